// The words of the pane about what schools returned, and deciding on it, in English.
import type { decideZhCN } from "./pane-decide-zh-CN";

/** The words about decisions in English. */
export const decideEn = {
  "plan.returned": "Returned files ({count})",
  "plan.returned.in": "can be merged",
  "plan.returned.out": "cannot be merged",
  "plan.returned.list": "{school}[ · version {version}]: {rows} {rows:row|rows}, {filled} filled in, {news} with something new",
  "plan.returned.fix": "{school} · fix-it file: {rows} {rows:question|questions}, {filled} answered, {news} new",
  "plan.returned.bank": "The bank's file: {rows} {rows:row|rows}, {news} new",
  "plan.returned.left": " {filled} of its rows {filled:is|are} filled in.",
  "plan.returned.odd": "{count} to decide",
  "decide.none": "No question waits for a decision.",
  "decide.lead": "{open} to decide, {decided} chosen. They are applied together; the list itself stays as it is.",
  "decide.keys": "Keys: ↑ ↓ another question, A adopt, R refuse, Enter shows it in the sheet; the same key again takes it back.",
  "decide.keys.file": "Keys: ↑ ↓ another question, A adopt, R refuse; the same key again takes it back.",
  "decide.next": "See what will be done",
  "decide.open": "Decide one by one",
  "decide.kind": "{kind}: {item}",
  "decide.kind.locked-changed": "Locked cell changed",
  "decide.kind.row-added": "Not on the list",
  "decide.kind.row-missing": "Row missing",
  "decide.kind.row-duplicated": "One contract twice",
  "decide.kind.row-shifted": "Rows out of step",
  "decide.kind.two-versions": "Two versions",
  "decide.kind.invalid-value": "Not a valid entry",
  "decide.kind.other-school": "Another school's",
  "decide.kind.unmatched": "Matches nobody",
  "decide.kind.word": "Unknown word",
  "decide.kind.transfer": "Reported as moved",
  "decide.advice.register":
    "Ask the school: if it is right, adopt it into the register; otherwise refuse it, and what is registered stays.",
  "decide.advice.amend":
    "Verify phones and addresses one by one: adopted, they are used from then on (kept on the tab 更正, the list itself stays); otherwise refuse.",
  "decide.advice.word":
    "Choose what it means: the same word then counts so for every school, and is not asked about again. Refuse it if it means nothing.",
  "decide.advice.transfer":
    "The school reports that somebody has moved to another school's area: choose the school that is responsible now. It is kept on the tab 待划分 and counts from the next split on; if it is not so, refuse.",
  "decide.advice.file":
    "The file's name says one school and its content another; nothing was merged. Adopt to count it by its content and merge it once more; otherwise refuse.",
  "decide.advice.none":
    "Not merged, and not to be adopted: for amounts, ID numbers and names the list counts; what cannot be read is for the school to correct. Once you have seen it, refuse it and it is not asked again.",
  "decide.all": "Decide all of this kind",
  "decide.all.adopt": "Adopt all {count}",
  "decide.all.refuse": "Refuse all {count}",
  "decide.more": "{count} more {count:follows|follow} once these are applied; the tab 冲突与无法匹配 is another place to decide.",
  "decide.ours": "On the list or in the register: ",
  "decide.theirs": "Came back: ",
  "decide.blank": "nothing",
  "decide.place": "{file} {cell}",
  "decide.show": "Show it in the sheet",
  "decide.answers": "Decision[: {whose}]",
  "decide.choose.word": "Choose its meaning",
  "decide.choose.school": "Choose the school",
  "decide.adopt": "Adopt",
  "decide.refuse": "Refuse",
} as const satisfies { readonly [Key in keyof typeof decideZhCN]: string };
