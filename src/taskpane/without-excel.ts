// The page without Excel, for WPS, old Excel and computers that have neither: opens a workbook from the disk and saves a copy with the results.
import { type Day, dayFromParts } from "../domain/values/day";
import { languageFor } from "../i18n/index";
import { paneVoice } from "../i18n/pane";
import { SheetsBeside } from "./beside/sheets-beside";
import { saveFile } from "../grid/save-file";
import { preparePage, startPane } from "./shell/start-pane";
import "./beside/beside.scss";

function clock(): Day {
  const now = new Date();
  const today = dayFromParts(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (!today) throw new RangeError("the clock shows no day");
  return today;
}

const language = languageFor(new URLSearchParams(location.search).get("lang") ?? navigator.language);
preparePage(language, matchMedia("(prefers-color-scheme: dark)").matches);
const say = paneVoice(language);
document.title = say("app.title");
// A file dropped beside the drop zone must not take the place of the page.
for (const event of ["dragover", "drop"]) document.addEventListener(event, (dropped) => dropped.preventDefault());

const isOneFile = document.getElementById("program") !== null;
await startPane(language, {
  language,
  book: undefined,
  beside: (engine, changed) => new SheetsBeside(engine, say, changed),
  save: saveFile,
  clock,
  begin: undefined,
  ...(isOneFile ? {} : { oneFile: "loan-recovery-assistant.html" }),
});
