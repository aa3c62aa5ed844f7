import type { CellValue } from "../../shared/contract/sheet-channels.ts";
import type { VersionFilter, VersionRow, VersionRowOf } from "../../shared/contract/version-channels.ts";
import type { Language, MoneyUnit } from "../../shared/domain/codes.ts";
import type { ExportCell, ExportColumn } from "../../shared/domain/export-tables.ts";
import { fieldRecord, type TapeField } from "../../shared/domain/tape-fields.ts";
import type { VersionList } from "../../shared/domain/tape-versions.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { flatTexts, isTextKey, type TextKey } from "../../shared/locales/texts.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import { listTask } from "../exports/export-tasks.ts";
import { filteredPlaces, type ListedComparison, VersionRowReader } from "./version-lists.ts";

/** A list of a comparison, to be written to a file. */
export interface VersionFileSource {
  readonly desk: DeskFile;
  readonly listed: ListedComparison;
  readonly filter: VersionFilter;
  readonly language: Language;
  readonly unit: MoneyUnit;
  readonly count: number;
}

/** Rows read at once. */
const rowsPerRead = 2000;

type Say = (key: TextKey) => string;

/** A value as its field has it: amounts and shares as numbers, codes in words. */
function valueCell(field: TapeField | null, value: CellValue, say: Say): ExportCell {
  if (value === null || field === null) return value;
  const { kind } = fieldRecord(field);
  if (kind === "amount") return { kind: "money", value };
  if (kind === "share") return { kind: "rate", value };
  if (kind === "date") return { kind: "date", value };
  if (typeof value === "number") return { kind: "number", value };
  const key = `code.${field}.${value}`;
  if (kind === "code" && isTextKey(key)) return say(key);
  return kind === "identifier" ? { kind: "identifier", value } : value;
}

type SizedLine = VersionRowOf<"doubtful">["older"];
const sized = ({ contractNo, debtorName, principalFen, interestFen, feesFen, drawdownDate, maturityDate }: SizedLine): ExportCell[] => [
  contractNo,
  debtorName,
  principalFen,
  interestFen,
  feesFen,
  drawdownDate,
  maturityDate,
];

function cellsOf(row: VersionRow, say: Say): ExportCell[] {
  const fieldName = (field: TapeField | null) => (field === null ? say("versions.wholeRow") : say(`tape.field.${field}`));
  switch (row.kind) {
    case "changed": {
      const { loan, list, part, field, older, newer } = row;
      return [loan.contractNo, loan.debtorName, say(`versions.of.${list}`), part, fieldName(field), valueCell(field, older, say), valueCell(field, newer, say)];
    }
    case "added":
    case "dropped":
      return sized(row.loan);
    case "doubtful": {
      const { older, newer, agrees, isSame } = row;
      const decision = isSame === null ? "versions.undecided" : isSame ? "versions.same" : "versions.notSame";
      return [...sized(older), ...sized(newer), agrees.map((fact) => say(`versions.agrees.${fact}`)).join(say("versions.listSeparator")), say(decision)];
    }
    case "edits": {
      const { loan, list, part, deed, field, seller, desk, newer, outcome, takes, author, why } = row;
      const values = [seller, desk, newer].map((value) => valueCell(field, value, say));
      const place = [loan.contractNo, loan.debtorName, say(`versions.of.${list}`), part, deed === "typed" ? fieldName(field) : say(`versions.deed.${deed}`)];
      return [...place, ...values, say(`versions.outcome.${outcome}`), takes === null ? null : say(`versions.takes.${takes}`), author, why];
    }
  }
}

function columnsOf(list: VersionList, say: Say, unit: string): ExportColumn[] {
  const money = (key: TextKey): ExportColumn => ({ head: say("exports.headWithUnit").replace("{{head}}", say(key)).replace("{{unit}}", unit), kind: "money" });
  const text = (key: TextKey): ExportColumn => ({ head: say(key), kind: "text" });
  const day = (key: TextKey): ExportColumn => ({ head: say(key), kind: "date" });
  const loan: ExportColumn[] = [{ head: say("tape.field.contractNo"), kind: "identifier" }, text("tape.field.debtorName")];
  const row: ExportColumn[] = [...loan, text("versions.list"), text("versions.part"), text("versions.field")];
  const whole = [
    ...loan,
    money("tape.field.principal"),
    money("tape.field.interest"),
    money("tape.field.fees"),
    day("tape.field.drawdownDate"),
    day("tape.field.maturityDate"),
  ];
  const side = (key: TextKey) => whole.map(({ head, kind }): ExportColumn => ({ head: `${say(key)} ${head}`, kind }));
  switch (list) {
    case "changed":
      return [...row, text("versions.older"), text("versions.newer")];
    case "added":
    case "dropped":
      return whole;
    case "doubtful":
      return [...side("versions.older"), ...side("versions.newer"), text("versions.agreeing"), text("versions.decision")];
    case "edits":
      return [
        ...row,
        text("versions.seller"),
        text("versions.desk"),
        text("versions.newer"),
        text("versions.outcomeHead"),
        text("versions.decision"),
        text("versions.author"),
        text("versions.why"),
      ];
  }
}

async function* rowsOf({ desk, listed, filter }: VersionFileSource, say: Say): AsyncGenerator<readonly ExportCell[]> {
  const connection = new WorkerConnection(desk);
  try {
    const places = filteredPlaces(connection, listed, filter);
    const reader = await VersionRowReader.open(connection, listed);
    for (let from = 0; from < places.length; from += rowsPerRead)
      for (const row of reader.rows(filter.list, places.slice(from, from + rowsPerRead))) yield cellsOf(row, say);
  } finally {
    connection.close();
  }
}

/** Writes a list of a comparison to a file, as far as its filter leaves it. */
export const exportVersionRows = listTask((source: VersionFileSource) => {
  const say: Say = (key) => flatTexts[source.language][key] ?? key;
  return {
    name: say(`versions.lists.${source.filter.list}`),
    columns: columnsOf(source.filter.list, say, moneyUnitLabel(source.unit, source.language)),
    rowCount: source.count,
    rows: rowsOf(source, say),
  };
});
