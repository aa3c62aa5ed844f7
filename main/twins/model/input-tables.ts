import type { Assumptions, FeeSchedule } from "../../../shared/domain/assumptions.ts";
import { collateralKinds, debtorConditions, debtorTypes, litigationStages, segments } from "../../../shared/domain/codes.ts";
import { managedKinds } from "../../../shared/domain/prior-claims.ts";
import { saleTaxRate } from "../../../shared/domain/sale-taxes.ts";
import { daySerial } from "../formulas/day-serial.ts";
import type { TwinBook, TwinSheet } from "../workbook/twin-book.ts";
import type { TwinTable } from "../workbook/twin-table.ts";
import { type ScalarInput, scalarInputs, shiftInputs } from "./scalar-inputs.ts";
import type { TwinSource } from "./twin-source.ts";
import type { TwinWords } from "./twin-words.ts";

export interface InputSheet {
  readonly book: TwinBook;
  readonly sheet: TwinSheet;
  readonly words: TwinWords;
  readonly assumptions: Assumptions;
}

/** The sheet of the assumptions: every number in a cell of its own, those that stand alone with a name. */
export function addInputs(book: TwinBook, source: TwinSource, words: TwinWords): TwinSheet {
  const { assumptions } = source;
  const sheet = book.sheet(words.say("twin.sheet.inputs"), [words.say("twin.sheet.inputs"), words.say("twin.note.inputs")]);
  const place = { book, sheet, words, assumptions };
  addScalarInputs(place, source);
  addRounds(place);
  addKinds(place);
  addStages(place);
  addSegments(place);
  addMonthlyShares(place);
  addConditions(place);
  addTaxes(place);
  addFees(place, "Acceptance", "pricing.field.acceptanceFee", assumptions.courtFees.acceptance);
  addFees(place, "Preservation", "pricing.field.preservationFee", assumptions.courtFees.preservation);
  addFees(place, "Enforcement", "pricing.field.enforcementFee", assumptions.courtFees.enforcement);
  addFees(place, "Commission", "twin.table.commission", assumptions.collateral.auctionCommission);
  addFileBands(place);
  addParts(place);
  addCourts(place);
  return sheet;
}

/** Numbers that stand alone, each with its name. */
export function addScalarInputs(place: InputSheet, { assumptions, cases, bidPriceFen }: TwinSource, isMeant: (name: string) => boolean = () => true): void {
  const { words } = place;
  const inputs = scalarInputs(assumptions, bidPriceFen === null ? null : bidPriceFen / 100, words);
  const meant = (list: readonly ScalarInput[]) => list.filter(({ name }) => isMeant(name));
  addScalars(place, "Scalars", words.say("twin.table.scalars"), meant(inputs));
  addScalars(place, "Shifts", words.say("pricing.sets.shifts"), meant(shiftInputs(cases, words)));
}

/** Numbers by which formulas speak of what values were worked out with: to change one would change only a part of what hangs on it. */
export function addFixedScalars(place: InputSheet, { assumptions, bidPriceFen }: TwinSource, isMeant: (name: string) => boolean): void {
  const { words } = place;
  const fixed = scalarInputs(assumptions, bidPriceFen === null ? null : bidPriceFen / 100, words).filter(({ name }) => isMeant(name));
  addScalars(place, "Fixed", words.say("twin.table.fixed"), fixed, true);
}

function addScalars({ book, sheet, words }: InputSheet, key: string, title: string, inputs: readonly ScalarInput[], isFixed = false): void {
  const table = book.addTable(sheet, key, title, inputs.length);
  table.texts(
    "label",
    words.head("assumption"),
    inputs.map(({ label }) => label),
  );
  const head = words.column("value", "number", "value");
  const numbers = inputs.map(({ value }) => value);
  const values = isFixed
    ? table.facts(head, numbers)
    : table.inputs(
        head,
        numbers,
        inputs.map(({ style }) => style),
      );
  table.texts(
    "name",
    words.head("name"),
    inputs.map(({ name }) => name),
  );
  inputs.forEach(({ name }, row) => book.nameCell(name, values, row));
}

function named(book: TwinBook, table: TwinTable, key: string, nameOf: (row: number) => string): void {
  const column = table.column(key);
  for (let row = 0; row < table.rowCount; row++) book.nameCell(nameOf(row), column, row);
}

function addRounds({ book, sheet, words, assumptions }: InputSheet): void {
  const { rounds } = assumptions.collateral;
  const table = book.addTable(sheet, "Rounds", words.say("pricing.field.rounds"), rounds.length);
  table.texts(
    "label",
    words.head("round"),
    rounds.map((_, row) => words.say("pricing.field.round", { number: row + 1 })),
  );
  table.inputs(
    words.column("opening", "share", "opening"),
    rounds.map(({ openingShare }) => openingShare),
  );
  table.inputs(
    words.column("clearing", "share", "clearing"),
    rounds.map(({ clearingProbability }) => clearingProbability),
  );
  table.inputs(
    words.column("multiple", "factor", "multiple"),
    rounds.map(({ priceMultiple }) => priceMultiple),
  );
  table.inputs(
    words.column("gap", "code", "gap"),
    rounds.map(({ gapMonths }) => gapMonths),
  );
  // The gap of round 1 is not used.
  table.calculate([{ ...words.column("gapSum", "code", "gapSum"), formula: "0" }], 0, 1);
  table.calculate([{ ...words.column("gapSum", "code", "gapSum"), formula: "[gapSum^]+[gap]" }], 1);
  named(book, table, "opening", (row) => `round_${row + 1}_opening`);
  named(book, table, "clearing", (row) => `round_${row + 1}_clearing`);
  named(book, table, "multiple", (row) => `round_${row + 1}_multiple`);
  named(book, table, "gap", (row) => `round_${row + 1}_gap`);
}

function addKinds({ book, sheet, words, assumptions: { collateral } }: InputSheet): void {
  const table = book.addTable(sheet, "Kinds", words.say("pricing.field.byKind"), collateralKinds.length);
  table.texts(
    "label",
    words.head("kind"),
    collateralKinds.map((kind) => words.say(`code.collateralKind.${kind}`)),
  );
  table.inputs(
    words.column("factor", "factor", "factor"),
    collateralKinds.map((kind) => collateral.appraisalFactor[kind]),
  );
  table.inputs(
    words.column("clearing", "factor", "clearingFactor"),
    collateralKinds.map((kind) => collateral.clearingFactor[kind]),
  );
  table.inputs(
    words.column("index", "share", "index"),
    collateralKinds.map((kind) => collateral.appraisalIndex[kind] ?? Number.NaN),
  );
  table.facts(
    words.column("managed", "code", "managed"),
    collateralKinds.map((kind) => Number(managedKinds.includes(kind))),
  );
  table.calculate([{ ...words.column("indexUsed", "share", "indexUsed"), formula: 'IF([index]="",annual_growth,[index])' }]);
  named(book, table, "factor", (row) => `appraisal_factor_${collateralKinds[row]}`);
  named(book, table, "clearing", (row) => `clearing_factor_${collateralKinds[row]}`);
}

function addStages({ book, sheet, words, assumptions: { timing } }: InputSheet): void {
  const table = book.addTable(sheet, "Stages", words.say("pricing.group.timing"), litigationStages.length);
  table.texts(
    "label",
    words.head("stage"),
    litigationStages.map((stage) => words.say(`code.litigationStage.${stage}`)),
  );
  table.inputs(
    words.column("first", "code", "firstRound"),
    litigationStages.map((stage) => timing[stage].monthsToFirstRound),
  );
  table.inputs(
    words.column("fees", "code", "feesMonth"),
    litigationStages.map((stage) => timing[stage].courtFeesMonth ?? Number.NaN),
  );
  named(book, table, "first", (row) => `months_to_first_round_${litigationStages[row]}`);
}

function addSegments({ book, sheet, words, assumptions: { curves, agedCurves } }: InputSheet): void {
  const table = book.addTable(sheet, "Segments", words.say("pricing.group.curves"), segments.length);
  table.texts(
    "label",
    words.head("segment"),
    segments.map((segment) => words.say(`code.segment.${segment}`)),
  );
  table.inputs(
    words.column("lag", "code", "lag"),
    segments.map((segment) => curves[segment].lagMonths),
  );
  table.inputs(
    words.column("rate", "factor", "firstRate"),
    segments.map((segment) => curves[segment].firstMonthRate),
  );
  table.inputs(
    words.column("decay", "factor", "decay"),
    segments.map((segment) => curves[segment].monthlyDecay),
  );
  named(book, table, "rate", (row) => `curve_rate_${segments[row]}`);
  named(book, table, "decay", (row) => `curve_decay_${segments[row]}`);
  const aged = segments.flatMap((segment) => agedCurves[segment].map((curve) => ({ segment, ...curve })));
  if (aged.length === 0) return;
  const ages = book.addTable(sheet, "Aged", words.say("pricing.group.agedCurves"), aged.length);
  ages.texts(
    "label",
    words.head("segment"),
    aged.map(({ segment }) => words.say(`code.segment.${segment}`)),
  );
  ages.facts(
    words.column("days", "code", "fromDays"),
    aged.map(({ fromDaysPastDue }) => fromDaysPastDue),
  );
  ages.inputs(
    words.column("lag", "code", "lag"),
    aged.map(({ lagMonths }) => lagMonths),
  );
  ages.inputs(
    words.column("rate", "factor", "firstRate"),
    aged.map(({ firstMonthRate }) => firstMonthRate),
  );
  ages.inputs(
    words.column("decay", "factor", "decay"),
    aged.map(({ monthlyDecay }) => monthlyDecay),
  );
}

/** Curves that state their months one by one: beside each share what stands before it. */
function addMonthlyShares({ book, sheet, words, assumptions: { curves } }: InputSheet): void {
  const stated = segments.filter((segment) => curves[segment].monthlyShares !== undefined);
  if (stated.length === 0) return;
  const length = Math.max(...stated.map((segment) => curves[segment].monthlyShares?.length ?? 0));
  const table = book.addTable(sheet, "Shares", words.say("pricing.field.monthlyShares"), length);
  table.facts(
    words.column("month", "code", "month"),
    Array.from({ length }, (_, row) => row + 1),
  );
  for (const segment of stated) {
    const part = { place: words.say(`code.segment.${segment}`) };
    table.inputs(
      words.column(segment, "factor", "monthlyShare", part),
      Array.from({ length }, (_, row) => curves[segment].monthlyShares?.[row] ?? 0),
    );
    const before = words.column(`${segment}Before`, "factor", "sharesBefore", part);
    table.calculate([{ ...before, formula: "0" }], 0, 1);
    table.calculate([{ ...before, formula: `[${segment}Before^]+[${segment}^]` }], 1);
  }
}

function addConditions({ book, sheet, words, assumptions: { conditions } }: InputSheet): void {
  const table = book.addTable(sheet, "Conditions", words.say("pricing.group.conditions"), debtorConditions.length);
  table.texts(
    "label",
    words.head("condition"),
    debtorConditions.map((condition) => words.say(`code.debtorCondition.${condition}`)),
  );
  table.inputs(
    words.column("factor", "factor", "cashFactor"),
    debtorConditions.map((condition) => (condition === "unknown" ? Number.NaN : conditions.cashFactor[condition])),
  );
}

/** Taxes by table, kind and owner: row ((table − 1) × kinds + kind − 1) × owners + owner. */
function addTaxes({ book, sheet, words, assumptions: { saleTaxes } }: InputSheet): void {
  if (saleTaxes.length === 0) return;
  const days = book.addTable(sheet, "TaxDays", words.say("pricing.group.saleTaxes"), saleTaxes.length);
  days.inputs(
    words.column("from", "date", "fromDay"),
    saleTaxes.map(({ from }) => daySerial(from)),
  );
  days.inputs(
    words.column("stamp", "share", "stampDuty"),
    saleTaxes.map(({ stampDuty }) => stampDuty),
  );
  const rows = saleTaxes.flatMap((table, number) => collateralKinds.flatMap((kind) => debtorTypes.map((owner) => ({ table, number, kind, owner }))));
  const table = book.addTable(sheet, "Taxes", words.say("twin.table.taxes"), rows.length);
  table.texts(
    "label",
    words.head("kind"),
    rows.map(({ kind }) => words.say(`code.collateralKind.${kind}`)),
  );
  table.texts(
    "owner",
    words.head("owner"),
    rows.map(({ owner }) => words.say(`twin.owner.${owner}`)),
  );
  table.facts(
    words.column("table", "code", "taxTable"),
    rows.map(({ number }) => number + 1),
  );
  table.inputs(
    words.column("vat", "share", "saleVat"),
    rows.map((row) => saleTaxRate(row.table, "saleVat", row.kind, row.owner)),
  );
  table.inputs(
    words.column("land", "share", "landVat"),
    rows.map((row) => saleTaxRate(row.table, "landVat", row.kind, row.owner)),
  );
  table.calculate([{ ...words.column("all", "share", "taxes"), formula: "[vat]+[land]+INDEX({TaxDays.stamp},[table])" }]);
}

/** A graduated fee: beside each slice by how much its rate differs from the one before, so that one sum gives the fee. */
function addFees({ book, sheet, words }: InputSheet, key: string, title: Parameters<TwinWords["say"]>[0], { slices }: FeeSchedule): void {
  const table = book.addTable(sheet, key, words.say(title), slices.length);
  table.inputs(
    words.column("from", "money", "sliceFrom"),
    slices.map((_, row) => (row === 0 ? 0 : (slices[row - 1]?.upToYuan ?? 0))),
  );
  table.inputs(
    words.column("rate", "share", "sliceRate"),
    slices.map(({ rate }) => rate),
  );
  table.inputs(
    words.column("fixed", "money", "sliceFixed"),
    slices.map(({ fixedYuan }) => fixedYuan),
  );
  table.calculate([{ ...words.column("step", "share", "sliceStep"), formula: "[rate]" }], 0, 1);
  table.calculate([{ ...words.column("step", "share", "sliceStep"), formula: "[rate]-[rate^]" }], 1);
}

/** The last band holds what exceeds all others. */
function addFileBands({ book, sheet, words, assumptions: { costs } }: InputSheet): void {
  const { fileCostBands } = costs;
  if (fileCostBands.length === 0) return;
  const table = book.addTable(sheet, "Bands", words.say("pricing.field.fileCostBands"), fileCostBands.length);
  table.inputs(
    words.column("upTo", "money", "claimUpTo"),
    fileCostBands.map(({ claimUpToYuan }) => claimUpToYuan),
  );
  table.inputs(
    words.column("cost", "money", "fileCost"),
    fileCostBands.map(({ fileCostYuan }) => fileCostYuan),
  );
}

/** How the price is paid. */
export function addParts({ book, sheet, words, assumptions: { payment } }: InputSheet): void {
  const { instalments, trustRights } = payment;
  const parts = [...instalments.map((part) => ({ ...part, isRights: 0 })), ...trustRights.schedule.map((part) => ({ ...part, isRights: 1 }))];
  const table = book.addTable(sheet, "Parts", words.say("pricing.group.payment"), parts.length);
  table.facts(
    words.column("rights", "code", "isRights"),
    parts.map(({ isRights }) => isRights),
  );
  table.inputs(
    words.column("share", "share", "partShare"),
    parts.map(({ share }) => share),
  );
  table.inputs(
    words.column("months", "code", "monthsAfterClosing"),
    parts.map(({ monthsAfterClosing }) => monthsAfterClosing),
  );
  table.calculate([{ ...words.column("weight", "share", "partOfPrice"), formula: "[share]*IF([rights]=1,rights_price_share,1)" }]);
}

function addCourts({ book, sheet, words, assumptions: { courtDelays } }: InputSheet): void {
  if (courtDelays.length === 0) return;
  const table = book.addTable(sheet, "Courts", words.say("pricing.group.courtDelays"), courtDelays.length);
  table.texts(
    "label",
    words.head("court"),
    courtDelays.map(({ court }) => court),
  );
  table.inputs(
    words.column("months", "code", "courtDelay"),
    courtDelays.map(({ months }) => months),
  );
}
