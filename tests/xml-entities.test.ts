// What the bundles hold in place of xmldom's table of named characters: those of XML, as the package has them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "@jest/globals";
import xmlEntities from "../build/xml-entities.js";

const require = createRequire(import.meta.url);
type Entities = Readonly<Record<"XML_ENTITIES" | "HTML_ENTITIES", Readonly<Record<string, string>>>>;

test("the five of XML are the package's own, and no others are left", () => {
  const path = require.resolve("@xmldom/xmldom/lib/entities.js");
  const module = { exports: {} as Entities };
  new Function("exports", "require", xmlEntities(readFileSync(path, "utf8")))(module.exports, createRequire(path));
  const { XML_ENTITIES: own } = require(path) as Entities;
  expect(Object.keys(own).sort()).toEqual(["amp", "apos", "gt", "lt", "quot"]);
  expect(module.exports).toEqual({ XML_ENTITIES: own, HTML_ENTITIES: own, entityMap: own });
});

test("a package that writes them otherwise is refused by name", () => {
  expect(() => xmlEntities("exports.XML_ENTITIES = {};")).toThrow("xmldom");
});
