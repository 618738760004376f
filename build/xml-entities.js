// Leaves the 2,100 named characters of HTML out of xmldom, which freezes them one by one as it loads: what is parsed with it is XML, which has five.

/** Webpack's loader for xmldom's entities.js. */
export default function xmlEntities(/** @type {string} */ source) {
  const end = source.indexOf("exports.HTML_ENTITIES");
  const ofXml = source.slice(0, end);
  if (end < 0 || !ofXml.includes("exports.XML_ENTITIES")) throw new Error("xmldom has its entities written otherwise");
  return `${ofXml}exports.HTML_ENTITIES = exports.entityMap = exports.XML_ENTITIES;\n`;
}
