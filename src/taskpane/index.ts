// The pane inside Excel: waits for Office, stands on the open workbook, and begins with the button that was pressed in the ribbon.
import { type Day, dayFromParts } from "../domain/values/day";
import { ExcelWorkbook } from "../excel/excel-workbook";
import { officeHost } from "../excel/host";
import { type Language, languageFor } from "../i18n/index";
import { paneVoice } from "../i18n/pane";
import { sayBlocked } from "./views/blocked-view";
import { buttonIn } from "./shell/buttons";
import type { BookNews, PaneHost } from "./shell/host";
import { officeTrouble } from "./shell/office-ready";
import { openWorkbook } from "./jobs/open-workbook";
import { Pauses } from "./jobs/pauses";
import { refusalOf } from "./shell/refusals";
import { saveFile } from "../grid/save-file";
import { paneRoot, preparePage, startPane } from "./shell/start-pane";

function clock(): Day {
  const now = new Date();
  const today = dayFromParts(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (!today) throw new RangeError("the clock shows no day");
  return today;
}

async function hostOnExcel(language: Language): Promise<PaneHost> {
  const nobody = () => undefined;
  let news: BookNews = { waits: nobody, skips: nobody, progress: nobody, changed: nobody, left: nobody };
  const pauses = new Pauses();
  const host = {
    ...officeHost({ onWait: (reason) => news.waits(reason), onSkip: (what) => news.skips(what), onLeft: (what) => news.left(what) }),
    pause: pauses.pause,
  };
  // Excel for Mac takes a download and does nothing with it.
  const isMac = Office.context.platform === Office.PlatformType.Mac;
  return {
    language,
    book: await ExcelWorkbook.open(
      host,
      (...step) => news.progress(...step),
      () => news.changed(),
    ),
    listen: (listener) => {
      news = listener;
    },
    stopWaiting: pauses.stop,
    save: isMac ? undefined : saveFile,
    ...(isMac && host.hasSet("1.8") ? { openWorkbook } : {}),
    clock,
    begin: buttonIn(location.search),
  };
}

// Excel on the web tells no theme; its sheets are white.
function isDarkTheme(): boolean {
  if (typeof Office === "undefined") return false;
  const theme = (Office.context as Partial<Office.Context> | undefined)?.officeTheme as Partial<Office.OfficeTheme> | undefined;
  const [red = 255, green = 255, blue = 255] = (theme?.bodyBackgroundColor?.match(/[0-9a-f]{2}/gi) ?? []).map((part) => parseInt(part, 16));
  return red * 0.3 + green * 0.59 + blue * 0.11 < 128;
}

const trouble = await officeTrouble();
// Where Excel answered, its language is the user's.
const hasAnswered = trouble === undefined || trouble === "old";
const language = languageFor(hasAnswered ? Office.context.displayLanguage : navigator.language);
const say = paneVoice(language);
document.title = say("app.title");
preparePage(language, isDarkTheme());
if (trouble === undefined) {
  await startPane(language, hostOnExcel(language)).catch((error: unknown) => sayBlocked(paneRoot(), refusalOf(error, language), language));
} else sayBlocked(paneRoot(), say(`blocked.${trouble}`), language);
