/** Texts of the command line (dealdesk). */
export const commandEn = {
  help: `Usage
  dealdesk price TAPE.csv [options]  import a tape and price it
  dealdesk assumptions [--out FILE]  write the built-in assumptions, cases and sources, to start from
  dealdesk verify X.dealdossier  hold a dossier's parts against their hashes and price its runs again
  dealdesk audit desk.sqlite [--head LAST] [--file FILE]
                                            verify the trail; --head is the last event as a memo prints it (number-hash),
                                            --file something that was saved: the event that let it out, as it is, is found

Options of price
  --assumptions FILE   assumptions (JSON); what the file leaves out stays as built in
  --cases FILE         shifts of low, base and high (JSON)
  --hurdle 0.12        hurdle rate per year, also 12%; above 1 it needs its % sign
  --bid 123456.00      bid price in yuan, also 1.8亿 or 12,000万元; without it the base case's highest bid
  --unit UNIT          yuan | qianYuan | wanYuan | baiWanYuan | yiYuan (元 | 千元 | 万元 | 百万元 | 亿元); needed where the tape states no unit
  --deal-kind KIND     corporateBulk | singleCorporate | retailBulk | other; corporateBulk without it
  --cut-off DATE       cut-off date, such as 2025-11-13
  --encoding ENCODING  utf-8 | gb18030; detected without it
  --delimiter SIGN     comma | tab | semicolon | pipe | caret | tilde | wideComma | listComma: what parts the cells of a text list; detected without it
  --role ROLE          loans | collateral | guarantors | repayments | facts | notes: what the list is; of several sheets SHEET=loans; told without it
  --drawdowns CHOICE   loans | claim: drawdowns under one contract are loans of their own (so without it) or parts of one claim
  --simulate PATHS     simulate the base case (200 to 100000 paths); the result has the distribution
  --seed NUMBER        seed of the simulation; the same seed gives the same numbers
  --explain            the result explains each case's highest bid level by level (with debtors' names)
  --loans              list the loans in the result (with debtors' names)
  --out FILE           write the result to a JSON file
  --format FORMAT      table | json: show a table (default) or JSON
  --lang LANGUAGE      zh | en
  --help               show this

Exit codes: 0 done; 1 program failed; 2 wrong usage; 3 tape refused; 4 assumptions or input can't be priced;
5 result can't be written; 6 trail not to be trusted; 7 dossier altered or not equal; 130 interrupted.
A refusal is one sentence with its code on the error output, and no file is written.
`,
  seeHelp: "For usage: dealdesk --help",
  internal: "The program failed. No file was written.",
  unitHint: "State it with --unit.",
  roleHint: "Where the list is taken for one of collateral or another, say --role loans; of a workbook with several sheets, --role SHEET=loans.",
  because: "{{sentence}} {{reason}}.",
  noCutOff: "Neither the tape nor the call states a cut-off date, so no claim is checked for validity; name it with --cut-off",
  bidAboveZero: "A bid is 0.01 yuan or more; without --bid the base case's highest bid counts, and the result says where there is none",
  percentSign: "A rate above 1 needs its % sign, such as 12%",
  note: "Note: {{doubt}}.",
  noteOf: "{{what}}: {{doubt}}",
  error: {
    unknownCommand: 'There is no command "{{command}}".',
    unknownOption: "There is no option {{option}}.",
    optionTwice: "Option {{option}} is given twice.",
    valueMissing: "Option {{option}} needs a value.",
    valueUnexpected: "Option {{option}} takes no value.",
    badValue: 'Option {{option}} does not accept "{{value}}"; it takes {{allowed}}.',
    deskMissing: "No database is named, such as desk.sqlite.",
    dossierMissing: "No dossier is named, such as deal.dealdossier.",
    noTrail: 'File "{{file}}" has no trail: it is no file of this program, damaged, or older than trails.',
    deskEncrypted: 'File "{{file}}" is encrypted. Open it in the app and verify its trail there (People and trail).',
    tapeMissing: "No tape is named.",
    argumentsSeveral: '"{{argument}}" is one argument too many.',
    tapesSeveral: "One tape at a time; {{count}} are named.",
    fileNotFound: 'There is no file "{{file}}".',
    badJson: 'File "{{file}}" is no valid JSON.',
    unknownField: 'File "{{file}}" has an unknown field "{{field}}".',
    badField: 'File "{{file}}": "{{field}}" is out of range or of the wrong type: {{reason}}.',
    firstRoundGap:
      'File "{{file}}": assumptions.collateral.rounds.0.gapMonths must be 0; no round comes before the first, whose month is that of its stage (timing).',
    roleOfSeveral: "The file has several lists ({{sheets}}); say which one, as in --role SHEET={{role}}.",
    sheetUnknown: 'The file has no list "{{sheet}}". It has: {{sheets}}.',
    unitContradicts: 'Sheet "{{sheet}}" states its amounts in {{stated}}, which contradicts --unit ({{unit}}).',
    notWritable: '"{{file}}" can\'t be written. Check that the folder exists and may be written to.',
  },
  verify: {
    of: "{{deal}}: engine {{engine}}, runs: {{runs}}",
    manifest: "Dossier hash {{sha256}}",
    equal: "Equal: every part is as it was sealed and every run comes out the same.",
    notEqual: "Not equal.",
  },
  audit: {
    holds: "The trail is sound: {{events}} events, {{signed}} signed, content of {{erased}} erased.",
    empty: "The trail is empty.",
    head: "Last event: {{head}}",
    heldTo: "It agrees with the last event that was named.",
    notHeld: "No last event was named: an end that was cut off, or a chain built anew, can't be seen.",
    fileFound: "{{fileName}}: as it is, it left the desk with event {{event}} of {{at}}.",
    fileNotFound:
      "{{fileName}}: no event let this file out. It was changed since, comes from another desk, the content of its event was erased, or the trail was cut or built anew.",
    setBack: "The clock of {{count}} events stood before that of the one above; the order is the chain's.",
    fault: "Not to be trusted from event {{event}} on: {{what}}",
  },
  table: {
    kindAssumed: "not stated, assumed",
    rows: "rows: {{rows}}, loans kept: {{kept}}, rejected: {{rejected}}",
    balances: "principal {{upb}}, claim {{claim}} ({{unit}})",
    bid: "bid price: {{bid}}",
    irrAtBid: "At the bid: IRR",
    moicAtBid: "At the bid: MOIC",
    walAtBid: "At the bid: WAL (years)",
    paybackAtBid: "At the bid: payback (months)",
    routes: "of receipts: {{route}}",
    beyond: "Receipts to month {{month}}, not counted",
    beyondBid: "Highest bid, were they counted: change",
    fills: "Filled by rule (loans; part of the bid, {{unit}})",
    filledInAll: "loans with any filled field: {{share}} of the bid",
    taxes: "IRR and MOIC are before the buyer's own taxes.",
    findings: "Findings of the import",
    inRows: "row {{rows}}",
    unused: "What isn't used",
    choices: "What the sums rest on",
    run: "Result hash",
    engine: "Engine version",
  },
};
