import { partPlaces } from "../../../shared/domain/claim-parts.ts";
import { storedFields } from "../../../shared/domain/field-values.ts";
import type { TapeReport } from "../../../shared/domain/import-report.ts";
import type {
  CollateralLink,
  ParsedCollateral,
  ParsedEstimate,
  ParsedGuarantor,
  ParsedLoan,
  ParsedPart,
  ParsedRepayment,
  RepaymentLink,
} from "../../../shared/domain/parsed-tape.ts";
import { DebtorRegister } from "../known/debtor-register.ts";
import { blankLoan } from "../rows/read-loan-row.ts";
import type { TapeSink } from "../rows/tape-sink.ts";
import type { OwnList, OwnValue } from "./own-format.ts";
import type { OwnRow } from "./own-reading.ts";

/** Of each list's columns the property of a row that was read. */
const propertiesOf = (...tables: readonly Parameters<typeof storedFields>[0][]) =>
  new Map<string, string>(tables.flatMap((table) => storedFields(table).map(({ field, property }) => [field, property] as const)));
const properties: Readonly<Record<OwnList, ReadonlyMap<string, string>>> = {
  loan: propertiesOf("loan"),
  collateral: propertiesOf("collateral"),
  guarantor: propertiesOf("guarantor"),
  repayment: propertiesOf("repayment"),
  part: new Map(partPlaces.map(({ field, property }) => [field, property])),
};
const estimateProperties = propertiesOf("loan_estimate");
const blankOf = (known: ReadonlyMap<string, string>) => Object.fromEntries([...known.values()].map((property) => [property, null]));
const blankItem = blankOf(properties.collateral);
const blankEstimate = blankOf(estimateProperties);
const blankGuarantor = blankOf(properties.guarantor);

/** Gives the rows of a file that the desk wrote to a sink as they were: nothing is looked up, joined or left out by rule. */
export class OwnBuilder {
  readonly #sink: TapeSink;
  readonly #places = new Map<string, number>();
  readonly #debtors = new DebtorRegister(false);
  readonly #guarantors = new Map<number, ParsedGuarantor[]>();
  readonly #counts = { items: 0, joined: 0, rejected: 0, guarantors: 0, guarantorsJoined: 0, repayments: 0, repaymentsJoined: 0 };
  readonly #sums = { principalFen: 0, interestFen: 0, feesFen: 0, appraisalFen: 0, appraisalJoinedFen: 0 };

  constructor(sink: TapeSink) {
    this.#sink = sink;
  }

  add(row: OwnRow): void {
    const stated = new Map(row.columns.map(({ key }, at) => [key as string, row.values[at] ?? null]));
    if (row.list === "loan") this.#addLoan(row, stated);
    else if (row.list === "collateral") this.#addItem(row, stated);
    else if (row.list === "guarantor") this.#addGuarantor(stated);
    else if (row.list === "repayment") this.#addRepayment(row, stated);
    else this.#addPart(row, stated);
  }

  #addLoan({ sheet, rowNumber }: OwnRow, stated: ReadonlyMap<string, OwnValue>): void {
    const estimate = { ...blankEstimate, ...valuesOf(stated, estimateProperties) };
    const hasEstimate = Object.values(estimate).some((value) => value !== null);
    // Every column of the list was read.
    const loan = {
      ...blankLoan,
      ...valuesOf(stated, properties.loan),
      sheet,
      rowNumber,
      guarantors: [],
      estimate: hasEstimate ? (estimate as unknown as ParsedEstimate) : null,
    } as unknown as ParsedLoan;
    const place = this.#places.size;
    this.#places.set(loan.contractNo, place);
    this.#debtors.add(loan, place);
    this.#sums.principalFen += loan.principalFen;
    this.#sums.interestFen += loan.interestFen ?? 0;
    this.#sums.feesFen += loan.feesFen ?? 0;
    this.#sink.addLoan(loan);
  }

  #addItem({ sheet, rowNumber }: OwnRow, stated: ReadonlyMap<string, OwnValue>): void {
    const link = stated.get("link") as CollateralLink; // the desk wrote it
    const item = {
      ...blankItem,
      ...valuesOf(stated, properties.collateral),
      sheet,
      rowNumber,
      link,
      assetKey: stated.get("assetKey"),
    } as unknown as ParsedCollateral;
    const place = link === "joined" ? (this.#places.get(item.contractNo) ?? null) : null;
    this.#counts.items += 1;
    if (link === "joined") this.#counts.joined += 1;
    if (link === "rejectedLoan") this.#counts.rejected += 1;
    this.#sums.appraisalFen += item.appraisalFen ?? 0;
    if (link === "joined") this.#sums.appraisalJoinedFen += item.appraisalFen ?? 0;
    this.#sink.addCollateral(item, place);
  }

  #addGuarantor(stated: ReadonlyMap<string, OwnValue>): void {
    const place = this.#places.get(String(stated.get("contractNo")));
    this.#counts.guarantors += 1;
    if (place === undefined) return;
    this.#counts.guarantorsJoined += 1;
    const guarantor = { ...blankGuarantor, ...valuesOf(stated, properties.guarantor) } as unknown as ParsedGuarantor;
    const known = this.#guarantors.get(place);
    if (known === undefined) this.#guarantors.set(place, [guarantor]);
    else known.push(guarantor);
  }

  #addRepayment({ sheet, rowNumber }: OwnRow, stated: ReadonlyMap<string, OwnValue>): void {
    const link = stated.get("link") as RepaymentLink; // the desk wrote it
    const [contractNo, debtorName, debtorId] = [stated.get("contractNo"), stated.get("debtorName"), stated.get("debtorId")];
    const repayment = { ...valuesOf(stated, properties.repayment), sheet, rowNumber, contractNo, debtorName, debtorId, link } as unknown as ParsedRepayment;
    this.#counts.repayments += 1;
    if (link !== "orphan") this.#counts.repaymentsJoined += 1;
    this.#sink.addRepayment(repayment, link === "loan" ? (this.#places.get(String(contractNo)) ?? null) : null);
  }

  #addPart({ sheet, rowNumber }: OwnRow, stated: ReadonlyMap<string, OwnValue>): void {
    const place = this.#places.get(String(stated.get("contractNo")));
    // Every column of the list was read.
    if (place !== undefined) this.#sink.addPart({ ...valuesOf(stated, properties.part), sheet, rowNumber } as unknown as ParsedPart, place);
  }

  /** Gives out the guarantors, a loan to a step, and answers the report. */
  *finish(): Generator<void, TapeReport> {
    for (const [place, furtherGuarantors] of this.#guarantors)
      yield this.#sink.addGuarantees(place, { guarantors: [], furtherGuarantors, guaranteeCapFen: null, guaranteeEnd: null });
    const loans = this.#places.size;
    const { items, joined, rejected, guarantors, guarantorsJoined, repayments, repaymentsJoined } = this.#counts;
    return {
      counts: {
        loanRows: loans,
        loansKept: loans,
        loansRejected: 0,
        partsJoined: 0,
        collateralRows: items,
        collateralKept: items,
        collateralRejected: 0,
        collateralJoined: joined,
        collateralOrphans: items - joined - rejected,
        collateralOnRejectedLoans: rejected,
        guarantorRows: guarantors,
        guarantorsJoined,
        repaymentRows: repayments,
        repaymentsJoined,
        factRows: 0,
        factsJoined: 0,
        skippedRows: 0,
        ...this.#debtors.counts(),
      },
      sums: this.#sums,
      reconciliation: [],
      rejections: [],
      warnings: [],
      findingCounts: {},
      unused: { sheets: [], columns: [], rows: [] },
      choices: [],
    };
  }
}

const valuesOf = (stated: ReadonlyMap<string, OwnValue>, known: ReadonlyMap<string, string>) =>
  Object.fromEntries([...known].map(([field, property]) => [property, stated.get(field) ?? null]));
