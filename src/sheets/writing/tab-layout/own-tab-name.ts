// The mark by which a tab is known as ours, in files as in Excel.

/** The hidden name, one per sheet, whose text says which tab of ours the sheet is. */
export const ownTabName = "LoanRecovery.tab";
