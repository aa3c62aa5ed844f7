import type { SameKeys } from "../flatten-texts.ts";
import type { exportZh } from "../zh/export-zh.ts";

/** Texts of tables that leave the desk as files. */
export const exportEn: SameKeys<typeof exportZh> = {
  exports: {
    button: "Export",
    buttonOf: "Export: {{name}}",
    hint: "Export to Excel or CSV (Ctrl+E)",
    saved: "Rows exported to “{{fileName}}”: {{rows}}",
    headWithUnit: "{{head}} ({{unit}})",
    table: "Table",
    section: "Part",
    measure: "Measure",
    driver: "Driver",
    atEnd: "{{measure}}, {{end}}",
    atStart: "{{measure}}, start",
    flowsOf: "Monthly flows {{caseName}}",
    cumulative: "Cumulative net cash flow",
    bid: "Cases and monthly flows",
    upperBound: "Upper bound",
    lowerBound: "Lower bound",
    yes: "Yes",
    price: "Price",
    principal: "Principal",
    claim: "Claim",
    note: "Note",
    contractNo: "Contract",
    debtorName: "Debtor",
  },
  ownTape: {
    link: "Joined to its loan",
    parts: "Parts of claims",
    assetKey: "Number of the shared asset",
    recognised:
      "This is a tape that the app exported and nobody changed since: all rows and fields are read as they were, edits included. No column needs to be named.",
  },
  "code.jobKind.exportTable": "Exporting a table",
  "error.exports.unknownFormat": "“{{fileName}}” is in no format that can be exported. End the file name in .xlsx or .csv and export again.",
};
