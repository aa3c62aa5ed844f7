import type { BridgeCause } from "../../shared/domain/bid-bridge.ts";
import { caseNames, type Language, type MoneyUnit } from "../../shared/domain/codes.ts";
import type { ExportCell, ExportColumn, ExportTable } from "../../shared/domain/export-tables.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { flatTexts, type TextKey } from "../../shared/locales/texts.ts";
import type { OpenBridge } from "./open-bridge.ts";

/** The bridge as two tables for other programs: a line per cause, and a line per cause and loan. */
export function bridgeTables({ bridge, causes, loans }: OpenBridge, language: Language, unit: MoneyUnit): ExportTable[] {
  const say = (key: TextKey) => flatTexts[language][key] ?? key;
  const head = (text: string) => say("exports.headWithUnit").replace("{{head}}", text).replace("{{unit}}", moneyUnitLabel(unit, language));
  const money: ExportColumn[] = caseNames.map((name) => ({ head: head(say(`code.caseName.${name}`)), kind: "money" }));
  const causeName = (cause: BridgeCause): string => say(`bridge.cause.${cause}`);
  const inCases = (of: (name: (typeof caseNames)[number]) => number): ExportCell[] => caseNames.map(of);
  const lines: ExportCell[][] = [
    [say("bridge.from"), null, ...inCases((name) => bridge.from[name])],
    ...bridge.causes.map(({ cause, loans: count, moves }) => [causeName(cause), count, ...inCases((name) => moves[name])]),
    ...(caseNames.some((name) => bridge.engine[name] !== 0) ? [[say("bridge.engine"), null, ...inCases((name) => bridge.engine[name])]] : []),
    [say("bridge.to"), null, ...inCases((name) => bridge.to[name])],
  ];
  const parts = causes.flatMap(({ cause, places, fen, order }): ExportCell[][] => {
    const ofPackage = bridge.causes.find((one) => one.cause === cause)?.ofPackage;
    const rows = Array.from(order.base, (at): ExportCell[] => {
      const loan = loans.get(places[at] ?? -1);
      return [
        causeName(cause),
        loan?.contractNo ?? "",
        loan?.debtorName ?? null,
        loan === undefined ? null : say(`bridge.fate.${loan.fate}`),
        ...inCases((name) => fen[name][at] ?? 0),
      ];
    });
    const hasRest = ofPackage !== undefined && caseNames.some((name) => ofPackage[name] !== 0);
    return hasRest ? [...rows, [causeName(cause), null, say("bridge.ofPackage"), null, ...inCases((name) => ofPackage[name])]] : rows;
  });
  return [
    {
      name: say("bridge.title"),
      columns: [{ head: say("bridge.causeHead"), kind: "text" }, { head: say("bridge.loans"), kind: "number" }, ...money],
      rows: lines,
    },
    {
      name: say("bridge.loansTitle"),
      columns: [
        { head: say("bridge.causeHead"), kind: "text" },
        { head: say("bridge.contractNo"), kind: "identifier" },
        { head: say("bridge.debtorName"), kind: "text" },
        { head: say("bridge.fateHead"), kind: "text" },
        ...money,
      ],
      rows: parts,
    },
  ];
}
