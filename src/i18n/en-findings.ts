// The findings in English: title | what is wrong → what to do next. {heading} stays as the user's sheet spells it.
import type { Catalog } from "./catalog";

/** What is said about each finding. */
export const enFindings: Catalog["findings"] = {
  "citizen-id-digits-lost":
    "ID number cut off by number format | “{heading}” is stored as a number ({value}); everything after the 15th digit is lost and cannot be restored. → Export it again, or retype all 18 characters as text from the original.",
  "contract-no-digits-lost":
    "Contract number cut off by number format | “{heading}” is stored as a number ({value}); its last digits are lost and cannot be restored. → Export it again, or retype the whole number as text.",
  "co-borrower-id-digits-lost":
    "Co-borrower's ID cut off by number format | “{heading}” is stored as a number ({value}); everything after the 15th digit is lost. → Retype all 18 characters as text from the original.",
  "phone-digits-lost":
    "Telephone in scientific notation | “{heading}” shows “{value}”, so the number is incomplete. → Check it and retype it as text.",
  "error-value-in-key":
    "Error value in a key cell | “{heading}” holds the error {value}. → Repair the formula or type the value; the borrower's list is held back until then.",
  "error-value": "Error value | “{heading}” holds the error {value}. → Repair the formula or type the value.",
  "uncalculated-key":
    "Key formula without a result | “{heading}” is a formula whose result the file does not hold. → Open and save the file in Excel once, or type the value, then check again.",
  "uncalculated-value":
    "Formula without a result | “{heading}” is a formula whose result the file does not hold. → Open and save the file in Excel once, then check again.",
  "amount-unreadable":
    "Amount due unreadable | “{heading}” says “{value}”, which is not an amount. → Type the amount in yuan; the borrower's list is held back until then.",
  "other-amount-unreadable":
    "Other amount unreadable | “{heading}” says “{value}”, which is not an amount. → Type the amount in yuan, or leave the cell blank.",
  "amount-as-text":
    "Amount stored as text | “{heading}” holds the amount “{value}” as text, which Excel's SUM passes over (it was read all the same). → It is best to turn it into a number.",
  "amount-fraction-of-fen": "Fraction of a fen | “{heading}” is {value}; what is less than one fen was rounded. → Check the amount.",
  "amount-in-ten-thousand":
    "Amount in units of 10,000 | “{heading}” says “{value}”, read as multiples of 10,000 yuan. → Check it and write the amount in yuan.",
  "amount-in-capitals":
    "Amount in capital numerals | “{heading}” is written in capital numerals (“{value}”) and was read as an amount. → It is best to write a number.",
  "amount-dash":
    "Dash in place of an amount | “{heading}” says “{value}” and has no amount. → Type 0 if nothing is due, otherwise the amount.",
  "day-unreadable": "Date unreadable | “{heading}” says “{value}”, which is not a date. → Write it like 2019-12-20.",
  "day-without-year":
    "Date without a year | “{heading}” says “{value}” without a year; the season's year was taken. → Check it and add the year.",
  "day-as-text":
    "Date stored as text | “{heading}” says “{value}” as text; {proposal} was taken. → It is best to type {proposal}, so that it sorts and filters.",
  "name-spelling":
    "Spaces or odd dots in a name | “{heading}” says “{value}”; “{proposal}” was taken. → It is best to type “{proposal}”, so that other lists agree.",
  "name-full-width":
    "Full-width or look-alike characters in a name | “{heading}” says “{value}”; “{proposal}” was taken. → It is best to type “{proposal}”.",
  "look-alike-glyph":
    "Look-alike characters | “{heading}” has characters that look alike but are others ({value}); “{proposal}” was taken. → It is best to retype the cell.",
  "phone-spelling": "Telephone spelt oddly | “{heading}” says “{value}”; {proposal} was taken. → It is best to type {proposal}.",
  "day-with-short-year":
    "Two-digit year | “{heading}” says “{value}” with two digits for the year, taken as 20xx. → Check it; four digits are better.",
  "count-unreadable": "Count unreadable | “{heading}” says “{value}”, which is not a count. → Type a whole number.",
  "citizen-id-masked":
    "ID number partly hidden | “{heading}” is partly hidden ({value}) and cannot tell who this is. → Add the full number of 18 characters.",
  "co-borrower-id-masked":
    "Co-borrower's ID partly hidden | “{heading}” is partly hidden ({value}). → Add the full number if the co-borrower is to be checked.",
  "citizen-id-look-alike-x":
    "Look-alike of X in an ID number | “{heading}” ends in a sign that looks like X ({value}); X was taken. → It is best to write a capital X.",
  "citizen-id-lower-case-x":
    "Small x in an ID number | “{heading}” ends in a small x ({value}); X was taken. → It is best to write a capital X.",
  "full-width-characters":
    "Full-width characters | “{heading}” has full-width characters ({value}); ordinary ones were taken. → It is best to retype them.",
  "stray-characters":
    "Stray characters | “{heading}” has spaces, apostrophes or other strays around it ({value}); they were passed over. → It is best to remove them.",
  "phone-several":
    "Several telephones in one cell | “{heading}” holds several numbers ({value}); each was recognised. → Nothing to do; delete those out of use.",
  "phone-none": "No telephone | “{heading}” says “{value}”: no number that answers. → Ask the school or the village for a new one.",
  "word-unknown":
    "Word on no list | “{heading}” says “{value}”, which is none of the choices. → Choose from the drop-down, or use the usual word.",
  "text-too-long":
    "Text too long | “{heading}” is too long to be what it should be (it begins “{value}”); lists and letters end it with … where it has no room. → Check the cell; something else was probably pasted into it.",
  "text-begins-like-formula":
    "Text that begins like a formula | “{heading}” begins with =, +, - or @ ({value}) and could become a formula elsewhere. → It is written as text; remove the sign if it is not needed.",

  "citizen-id-missing":
    "ID number missing | “{heading}” is blank. → Add the borrower's ID number of 18 characters; the list is held back until then.",
  "citizen-id-length":
    "ID number of wrong length | “{heading}” should have 18 characters and has {length} ({value}). → Compare it with the ID card or contract and correct it.",
  "citizen-id-characters":
    "Wrong characters in an ID number | “{heading}” has characters that do not belong there: “{characters}” ({value}). → Check it; letter O for 0 and letter l for 1 are common.",
  "citizen-id-province":
    "No such province | “{heading}” begins with {prefix}, which is not a province ({value}). → Compare the first two digits with the ID card.",
  "citizen-id-birth":
    "No such birth date | “{heading}” holds the birth date {birth}, which does not exist ({value}). → Compare characters 7 to 14 with the ID card.",
  "citizen-id-check-digit":
    "Check digit does not fit | The check digit of “{heading}” does not fit ({value}), so at least one digit is wrong. → Compare it digit by digit with the ID card or contract.",
  "citizen-id-15-digits":
    "Old ID number of 15 digits | “{heading}” is an old number of 15 digits ({value}) and is treated as its form of 18. → Confirm it and write all 18.",
  "citizen-id-ends-in-000":
    "ID number ends in 000 | “{heading}” ends in 000 ({value}); it passes the check, but Excel may have cut it. → Compare the last four digits with the original.",
  "citizen-id-other-county":
    "ID number of another county | “{heading}” begins with {prefix}, which is another county ({value}). → Normal after a move; nothing to do unless in doubt.",
  "ids-swapped":
    "ID numbers swapped | “{heading}” looks like the parent's number ({value}); it may have changed places with the co-borrower's. → Check both and swap them if so.",
  "id-same-as-co-borrower":
    "Same ID number as the co-borrower | Borrower and co-borrower have the same “{heading}” ({value}). → Correct the one that is wrong.",
  "borrower-age-impossible":
    "Impossible age | By “{heading}” the borrower is {age} on the due date, which cannot be ({value}). → Check whether it is somebody else's number.",
  "borrower-age-unusual":
    "Unusual age | By “{heading}” the borrower is {age} on the due date, which is unusual ({value}). → Check it; leave it if right.",
  "gender-differs":
    "Gender disagrees with the ID number | “{heading}” disagrees with the 17th digit of the ID number ({value}). → Correct the one that is wrong.",
  "name-missing": "Name missing | “{heading}” is blank. → Add the borrower's name; the list is held back until then.",
  "name-garbled": "Name may be garbled | “{heading}” says “{value}”; a rare character may be lost. → Compare the name with the ID card.",
  "contract-no-missing": "Contract number missing | “{heading}” is blank. → Add the contract number; the list is held back until then.",
  "co-borrower-id-invalid":
    "Co-borrower's ID number invalid | “{heading}” ({value}) is not a valid ID number. → Check it; the borrower's list goes out all the same.",
  "co-borrower-age":
    "Co-borrower's age unusual | By “{heading}” the co-borrower is {age} on the due date ({value}), which is unusual. → Check it; leave it if right.",
  "co-borrower-too-young":
    "Co-borrower hardly older | By “{heading}” the co-borrower is only {years} years older than the borrower ({value}). → Check both numbers; leave it for a brother, sister or spouse.",
  "co-borrower-same-name":
    "Co-borrower has the same name | “{heading}” has the borrower's own name ({value}). → Check whether the name was typed twice.",
  "co-borrower-missing": "Co-borrower missing | “{heading}” is blank. → Add it if you can, so that the family can be reached.",

  "citizen-id-elsewhere":
    "Sound ID number elsewhere | The same name has a sound number elsewhere in the list ({value}), which may be this person's. → Check it, then accept the proposal.",
  "citizen-id-two-names":
    "One ID number, different people | One ID number ({value}) has different names: {names}. → Two people may share it by mistake; check both, the list is held back until then.",
  "name-varies":
    "One name spelt in several ways | One ID number has its name spelt in several ways: {names}. → Use the spelling of the ID card.",
  "contract-twice":
    "Contract twice, differing | Contract “{value}” stands in “{sheet}” row {other} too, with other contents. → Find the right row and remove or correct the other.",
  "contract-repeated":
    "Row repeated | This row repeats “{sheet}” row {other} (contract “{value}”) and is counted once. → Nothing to do; you may delete it.",
  "loan-year-twice":
    "Two contracts of one year | The borrower has {count} contracts for {value}. → Check for a repeated entry or a wrong year.",
  "many-contracts": "Many contracts | One borrower ({value}) has {count} contracts. → Check whether somebody else's are among them.",
  "contract-no-unusual":
    "Unusual contract number | “{heading}” ({value}) has {length} characters and looks unlike nearly all others ({usual}). → Check for missing or extra digits.",
  "contract-no-as-number":
    "Contract numbers stored as numbers | {count} {count:cell|cells} of “{heading}” in this sheet {count:is a number|are numbers} (such as {value}); leading zeros may be lost. → Check them and format the column as text.",
  "alipay-account-shared":
    "Alipay account shared | “{heading}” ({value}) is shared by {count} borrowers. → Each should have an account of their own; check them.",
  "co-borrower-of-many":
    "Co-borrower of many | “{heading}” ({value}) is the co-borrower of {count} borrowers. → Check whether a cell was copied down.",

  "amounts-missing":
    "All amounts blank | Principal, interest and total are all blank. → Add the amounts; the list is held back until then.",
  "amount-missing": "One amount blank | “{heading}” is blank[; the other two give {expected} yuan]. → Add it; type 0 if it is zero.",
  "amount-negative":
    "Negative amount | “{heading}” is negative ({value} yuan). → A list of dues has no negative amounts; reversals belong in the bank's results.",
  "due-not-sum":
    "Total is not principal plus interest | “{heading}” is {value} yuan, but principal {principal} and interest {interest} make {expected}: {difference} apart. → Check all three against the system.",
  "due-rounding":
    "Total off by a fen or two | “{heading}” is {value} yuan, {difference} from principal and interest ({expected}), as rounding does. → Check it; the system's figure counts.",
  "nothing-due": "Nothing due | “{heading}” is zero this year. → No collection and no notice; check it if in doubt.",
  "amount-too-large":
    "Amount too large | “{heading}” is {value} yuan, far beyond one year's loan. → Check amount and unit; no letter goes out before, unless 核实决定 says 仍发.",
  "principal-above-balance": "Principal above balance | “{heading}” is {value} yuan, above the balance of {limit}. → Check both.",
  "principal-above-loan": "Principal above loan | “{heading}” is {value} yuan, above the loan of {limit}. → Check both.",
  "balance-above-loan": "Balance above loan | “{heading}” is {value} yuan, above the loan of {limit}. → Check both.",
  "loan-amount-unusual":
    "Unusual loan amount | “{heading}” is {value} yuan, outside 1,000.00 to {limit} for one contract of that year. → Check it; enter several contracts apart.",
  "interest-zero":
    "No interest on a balance | “{heading}” is zero although {balance} yuan of principal is left. → Check for forgotten interest; leave it during subsidy.",
  "waived-but-due":
    "Waived, and still due | This row says that it was waived, yet “{heading}” is {value} yuan. → Compare with the loan system; no letter and no list until it is corrected.",
  "interest-though-waived":
    "Interest although 设置 says it is waived | “{heading}” is {value} yuan, and 设置 says that this year's interest is waived. → Export the list anew, or correct 设置; no letter and no list until then.",
  "note-waived-but-due":
    "A remark says waived, and something is due | “{heading}” says “{value}”, yet {due} yuan are due in this row. → Look into it; no letter and no visit before.",
  "interest-in-relief-year":
    "Interest in a year of relief | The state waives the interest due in {year}, yet {count} {count:row of this sheet has|rows of this sheet have} some. → Was the list exported before? If it is due all the same, write 免息: 否 in 设置.",
  "penalty-without-overdue":
    "Penalty without overdue principal | “{heading}” is {value} yuan without overdue principal. → Penalty runs on overdue principal only; check it.",
  "amounts-in-other-unit":
    "Amounts perhaps in units of 10,000 | All {count} dues of this sheet are below 10 yuan; the unit may be 10,000 yuan. → Check the unit, convert to yuan and check again.",

  "loan-year-unusual": "Unusual loan year | “{heading}” says “{value}”, hardly a loan year. → Check it and write four digits.",
  "graduation-in-future":
    "Graduation in the future | “{heading}” is {value}, which is yet to come. → The borrower may study on, or the date is wrong; check it.",
  "graduation-before-loan": "Graduation before the loan | “{heading}” {value} is before the loan year {year}. → Check both.",
  "graduation-age":
    "Age at graduation | At “{heading}” {value} the borrower was {age}, which is hardly possible. → Check the date and the ID number.",
  "subsidy-not-ended":
    "Interest during subsidy | “{heading}” is {value}: interest is subsidised on the due date, yet interest is due. → Check both.",
  "maturity-before-graduation": "Maturity before graduation | “{heading}” {value} is before graduation {graduation}. → Check both.",
  "maturity-passed":
    "Contract has run out | “{heading}” {value} is before this season: the contract has run out. → Check it; if it is unpaid it is overdue.",
  "loan-term-unusual": "Unusual term | “{heading}” {value} is {years} years from the loan year, outside the usual terms. → Check both.",
  "due-date-far":
    "Due date far from the season | “{heading}” is {value}, too far from {year} to be this year's due date. → Correct it from the system; until then no letter and no list.",
  "due-date-other-season":
    "Due date of another season | “{heading}” is {value}, not in {year}. → Check for last year's list or a wrong year.",
  "due-date-unusual":
    "Unusual due date | “{heading}” is {value}, not the season's {expected}. → Normal in a contract's last year; otherwise check it.",
  "entry-in-future": "Entry in the future | “{heading}” is {value}, later than today ({today}). → Check the date.",

  "phone-invalid":
    "Telephone invalid | “{value}” in “{heading}” is not a telephone number. → Check it: mobiles have 11 digits, landlines may have an area code.",
  "co-borrower-phone-invalid":
    "Co-borrower's telephone invalid | “{value}” in “{heading}” is not a telephone number. → Check it: mobiles have 11 digits, landlines may have an area code.",
  "phone-range-unknown":
    "Unknown range of mobiles | “{value}” in “{heading}” is in no range of mobiles in use. → Check the first three digits.",
  "phone-missing": "No telephone at all | “{heading}” is blank and there is no parent's number. → Ask the school or the village.",
  "address-missing":
    "No address | “{heading}” is blank, and so are township and village. → Add an address, or the notice cannot be delivered.",
  "phone-shared":
    "Telephone shared by many | “{value}” in “{heading}” is shared by {count} borrowers. → It may be a teacher's or the village's; ask for each family's own.",

  "place-missing":
    "No place to go by | Nothing says which school is responsible (school, village, township and middle school are blank). → Add one of them, or the row goes to the unassigned list.",
  "place-unknown":
    "Place not in the table | “{value}” in “{heading}” is not in the jurisdiction table[; it may concern {candidates}]. → Correct it or add it to the table; until then the row is unassigned.",
  "place-ambiguous":
    "Place of several schools | “{value}” in “{heading}” does not decide the school[: {candidates}]. → Add the village or the school itself; until then the row is unassigned.",
  "places-disagree":
    "Contracts point to different schools | The borrower's contracts point to different schools[: {candidates}]. → Make “{heading}” agree, or write the school itself.",
  "territory-unconfirmed":
    "Proposed school not confirmed | “{value}” is given to “{school}”, which was proposed by its name and nobody has confirmed. → Look at the line of the table; when it is right, delete its remark.",
  "territory-overlap":
    "Place given to several schools | “{value}” in “{heading}” is given to several schools: {candidates}. → Leave one of them in the table, or divide it by villages.",

  "note-stops-dunning":
    "Remark that may suspend collection | “{heading}” says “{value}”, which may be a case in which collection is suspended. → Look into it and enter it under special cases; no visits before.",
  "note-special-case":
    "Remark of a special case | “{heading}” says “{value}”. → Look into it; enter it under special cases if it is to be reported.",
  "address-elsewhere":
    "Address in another county | “{heading}” is an address elsewhere ({value}). → The home jurisdiction stays responsible; write the responsible school to change that.",
  "delivered-in-future":
    "Delivered in the future | “{heading}” is {value}, later than today ({today}). → Check the date; do not fill it in beforehand.",
  "principal-in-grace":
    "Principal due during grace | {count} {count:contract is|contracts are} still within {count:its|their} grace, and “{heading}” is not zero; the first is a loan of {year}, graduated in {graduation}, with {years} years of grace. → To be verified in the bank's system; nothing to do where the contract says otherwise or principal is repaid early.",
  "deposit-undated":
    "Money in the account without a day | “{heading}” says that the money lies in the account, but not since when, so it cannot be told whether it still waits for the debit. → Fill in 还款日期; else decide on 核实决定. No letter goes out before.",
  "delivered-before-lists": "Delivered before the lists | “{heading}” is {value}, before the lists went out ({from}). → Check the date.",
  "signer-is-deliverer":
    "Signer is the deliverer | “{heading}” and the deliverer are one person ({value}). → The borrower or a parent should sign; check and correct it.",
  "signer-of-many":
    "One signer for many | “{heading}” {value} signed for {count} families. → Spot-check; mark signatures by proxy and deliver again.",
  "delivered-all-one-day":
    "All delivered on one day | All {count} families[ of {person}] have “{heading}” {value}. → Spot-check a few of them.",

  "payment-not-on-list":
    "Payment not on the list | “{heading}” ({value}) is not in the list. → Check for another county, a student or a campus loan, or a gap in the list; it is not counted.",
  "payment-repeated":
    "Payment repeated | This row ({value}) is the same payment as “{sheet}” row {other} and is counted once. → Nothing to do.",
  "payment-reversed": "Payment reversed | “{heading}” {value} yuan was given back and is taken off. → Check whether collection must go on.",
  "payment-above-due":
    "Payment above the due | The contract's “{heading}” adds up to {value} yuan, above its due of {limit}; the rest does not count. → Check for early repayment or a double deduction.",
  "payment-amount-missing":
    "Payment without an amount | This row ({value}) was taken, but “{heading}” has no amount; it is not counted. → Add the amount and check again.",
  "payment-day-missing":
    "Payment without a date | This row ({value}) has no “{heading}” and is not counted. → Add the date and check again.",
  "payment-in-future":
    "Payment in the future | {count} {count:row of this sheet has|rows of this sheet have} a “{heading}” later than today ({today}), the first of them {value}; they are not counted yet. → Check the date, or today's date in the settings.",
  "batch-elsewhere":
    "Batch mostly not on the list | Most of the {count} rows of batch “{batch}” are not on this county's list; it may be another county's or another year's. Rows that are not on the list are not counted. → Check, then delete the batch or complete the list.",
  "batch-in-wan":
    "Amounts in another unit | Most amounts under “{heading}” in batch “{batch}” ({count} rows) are a ten-thousandth of what is due, as if in units of 10,000 yuan; they are counted as yuan, nothing is converted. → Check the unit; state the unit above the headings, or change to yuan.",
  "batch-repeated": "Whole batch repeated | All {count} rows of batch “{batch}” are here already and count once. → Nothing to do.",
  "payment-before-season":
    "Payment before the season | “{heading}” is {value}, not in the season of {year}. → Check for an earlier year's deductions.",
  "payment-other-id":
    "Payment by another ID number | “{heading}” ({value}) is not the contract's borrower; it was booked by contract number. → Others may pay; check the contract number if in doubt.",

  "column-missing": "Column missing | There is no column “{heading}”. → Add it, or use a usual heading, then check again.",
  "column-wanted": "Column wanted | There is no column “{heading}”, so some figures cannot be divided or checked. → It is best to add it.",
  "column-ambiguous":
    "Heading ambiguous | The heading “{heading}” may mean several things. → Make it clear, such as borrower's name or parent's name.",
  "column-duplicated":
    "Heading twice | The heading “{heading}” stands more than once; the one in {kept} was used. → Rename or delete the other.",
  "units-not-yuan":
    "Unit is not yuan | The sheet says its unit is {unit}; amounts were converted to yuan. → Check them: rounded units lose cents; a sheet in yuan is better.",
  "total-differs":
    "Printed total differs | The sheet's total of “{heading}” says {printed} yuan, the rows add up to {computed}: {difference} apart. → Check for missing or extra rows or a wrong formula.",
  "header-repeated":
    "Headings repeated | The headings stand again inside the table (number of times: {count}) and were passed over. → Nothing to do.",
  "rows-ignored":
    "Row passed over | This row is not part of the list and was passed over: {text} → Nothing to do; if it is a borrower, add ID and contract number.",
  "hidden-rows":
    "Hidden rows | Rows hidden or filtered out ({count}: {rows}) are counted all the same. → Check whether they belong in the list.",
  "hidden-columns": "Hidden columns | Hidden columns ({count}: {columns}) are read all the same. → Check what they hold.",
  "merged-cells-filled":
    "Merged cells | Cells under a merge ({count}) were filled with its first cell's text. → Nothing to do; best to unmerge them.",
  "setting-date-unreadable":
    "Date in the settings unreadable | “{heading}” says “{value}”, which is not a day of the calendar. → Correct it; until then no letters are made.",
  "setting-date-far":
    "Date in the settings far from the season | “{heading}” is {value}, too far from {year}. → Correct it; until then no letters are made.",
  "setting-year-unreadable":
    "Year in 设置 not usable | “{heading}” says “{value}”, which is not a year of four digits from 1999 to 2099; {year} is used. → Write a year such as 2019; no letters are made before.",
  "setting-too-long":
    "Text in 设置 too long | “{heading}” has {count} characters; titles, letters and file names show its beginning. → Shorten it; a name rarely has more than {limit}.",
  "setting-control-unreadable":
    "Control figure unreadable | “{heading}” says “{value}”, which is not a number. → Fill in a number, or nothing to compare nothing.",
  "snapshots-damaged":
    "Snapshots changed | “{sheet}” is not here what was written, so the daily feedback can be compared with nothing and is not made. → Undo the change; if that cannot be done, unhide and delete this tab, and the next feedback starts anew.",
  "setting-report-unreadable":
    "Setting for talks or inspection not readable | “{heading}” says “{value}”, which cannot be read; talks and samples go by what is usual. → Write rates as 90%, places and persons as whole numbers.",
  "setting-policy-unreadable":
    "Policy setting unreadable | “{heading}” says “{value}”, which cannot be read. → Write 是 or 否 for 免息 and 本金延期, years for grace and term, an amount for the yearly maximum, and 支付宝, 刷卡 or 代还 for ways to pay; no letters until then.",
  "text-braces":
    "Braces in a letter's text | “{value}” in “{heading}” is not a word that can be filled in, or its braces do not match. → Correct it before letters are made.",
  "text-harsh":
    "Harsh word in a letter's text | “{heading}” says “{value}”, which is not a word for a family. → Say it kindly before letters are made.",
  "text-missing":
    "Office data missing for a letter | “{heading}” asks for “{value}”, which nobody has given. → Give it in 设置 or 通知书模板, or put this part between 〔 and 〕, where it is left out.",
  "text-spills":
    "Text too long for its page | With these words this takes more than a page: {value}. → Shorten “{heading}” and the like, or write 无 where nothing need be printed.",
  "quote-unmatched":
    "Quote without its other half | A quote has no other half from this row on; every line was read as one row, none is lost. → Check this row, or, better, export again.",
  "comments-unread": "Comments not read | Comments, pictures or struck-out cells ({count}) were not read. → Write what matters into cells.",
};
