// The stand-in for Excel as a page: the sample county is open, the ribbon is the manifest's, and the pane is the real one.
import { languageFor } from "../i18n/index";
import { readRibbon } from "./ribbon";
import { sampleBook } from "./sample-book";
import { splitPage } from "./splitter";
import { Workbench } from "./workbench";
import { wordsFor } from "./words";
import "./workbench.scss";

/** As many borrowers as the notice speaks of, unless the address says otherwise (`?persons=60`). */
const usualPersons = 3917;
/** The version of ExcelApi that Excel 2021 has; `?api=1.9` is the oldest that the add-in works with. */
const usualApi = "1.14";

function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new RangeError(`the page has no ${id}`);
  return found;
}

const query = new URLSearchParams(location.search);
const language = languageFor(query.get("lang") ?? navigator.language);
const locale = language === "en" ? "en-US" : language;
const words = wordsFor(language);
document.documentElement.lang = locale;
document.title = words.title;
splitPage(place("splitter"), words.resize, Number(query.get("pane") ?? 320));

const manifest = await (await fetch("manifest.xml")).text();
const ribbon = readRibbon(manifest, locale, document.baseURI);
const places = {
  top: place("ribbon"),
  sheet: place("sheet"),
  pane: place("pane"),
  paneHead: place("pane-head"),
  tabs: place("tabs"),
  status: place("status"),
};
const persons = Number(query.get("persons") ?? usualPersons);
const api = query.get("api") ?? usualApi;
const book = sampleBook(words.sample, persons);
book.isReadOnly = query.has("readonly");
const workbench = new Workbench({ places, ribbon, words, language, locale, api, showsCost: query.has("cost") }, book);
Object.assign(globalThis, { workbench });
// Excel opens the pane at the first button; here it is what one has come for.
const [first] = ribbon.groups.flatMap(({ buttons }) => buttons);
if (first) workbench.press(first);
