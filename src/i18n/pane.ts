// The words of the pane, by key, in the language the user reads.
import type { FindingParams } from "../domain/record/finding";
import { fill, type Language } from "./index";
import { paneEn } from "./pane-en";
import { paneZhCN, type PaneCatalog } from "./pane-zh-CN";

/** The key of a text in the pane. */
export type PaneKey = keyof PaneCatalog;

/** Says a text of the pane with its parameters. */
export type Say = (key: PaneKey, params?: FindingParams) => string;

/** The words of the pane in every language. */
export const paneCatalogs: Readonly<Record<Language, PaneCatalog>> = { "zh-CN": paneZhCN, en: paneEn };

/** The pane's voice in a language. */
export function paneVoice(language: Language): Say {
  const catalog = paneCatalogs[language];
  return (key, params = {}) => fill(catalog[key], params);
}
