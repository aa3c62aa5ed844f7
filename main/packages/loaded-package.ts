import { type DealKind, fiveTierClasses, litigationStages, securityKinds } from "../../shared/domain/codes.ts";
import type { PackageColumns } from "../engine/engine-types.ts";
import type { LoanIds } from "../tapes/loan-ids.ts";

/** Codes of facts that are not stated. */
export const notStatedCode = 255;
export const notStatedRegion = 0xff_ff_ff_ff;

/** What the strata of a memo are cut by, as the tape states it; nothing is filled here. */
export interface PackageFacts {
  readonly fiveTierClass: Uint8Array;
  readonly securityKind: Uint8Array;
  readonly litigationStage: Uint8Array;
  /** Index into `regions`. */
  readonly region: Uint32Array;
  readonly regions: readonly string[];
}

/** What decides the columns of a package: the tape, and what of its deal is read into them. */
export interface PackageIdentity {
  readonly tapeId: number;
  /** Rises with every edit of the tape's rows. */
  readonly revision: number;
  /** The revision at which a loan came or went, or what loans are ordered and found by changed last. */
  readonly namesRevision: number;
  readonly dealKind: DealKind;
  /** The day on which limitation and guarantee periods are looked at; null: none is. */
  readonly cutOffDate: string | null;
  /** Names the desk's own estimates by debtor as they now are; null where there are none. */
  readonly ownRevision: string | null;
}

/** One text for a tape and what of its deal decides the columns: packages of the same text have the same columns. */
export function packageKey({ tapeId, revision, dealKind, cutOffDate, ownRevision }: PackageIdentity): string {
  return `${tapeId}.${revision}/${dealKind}/${cutOffDate}${ownRevision === null ? "" : `/${ownRevision}`}`;
}

/** The debtors of a package, numbered from 0 as they come; a loan that names nobody is a debtor of its own. */
export interface PackageDebtors {
  readonly count: number;
  /** Debtors that the tape names. */
  readonly named: number;
  /** Of each debtor the first of its loans, the first that states its name and the first that states its identifier; the first of all where none does. */
  readonly firstLoan: Uint32Array;
  readonly namedLoan: Uint32Array;
  readonly identifiedLoan: Uint32Array;
  /** The debtor of an identifier or a name, in any spelling; null where the package has none. */
  find(id: string | null, name: string | null): number | null;
}

/** A tape as the engine sees it. */
export interface LoadedPackage extends PackageIdentity {
  /** Name of this reading of the tape: the same name, the same columns. */
  readonly readingId: string;
  /** The ids of its loans by their index. */
  readonly ids: LoanIds;
  /** The tape states of some item how it is held. */
  readonly hasHolds: boolean;
  /** Debtors that the tape names. */
  readonly debtorCount: number;
  readonly debtors: PackageDebtors;
  readonly columns: PackageColumns;
  readonly facts: PackageFacts;
}

/** A column that the engine's worker reads without a copy. */
export const sharedColumn = {
  numbers: (length: number) => new Float64Array(new SharedArrayBuffer(length * 8)),
  words: (length: number) => new Uint32Array(new SharedArrayBuffer(length * 4)),
  halfWords: (length: number) => new Uint16Array(new SharedArrayBuffer(length * 2)),
  codes: (length: number) => new Uint8Array(new SharedArrayBuffer(length)),
} as const;

export const factCodes = { fiveTierClass: fiveTierClasses, securityKind: securityKinds, litigationStage: litigationStages } as const;

export function codeOf<T extends string>(list: readonly T[], code: T | null): number {
  return code === null ? notStatedCode : list.indexOf(code);
}
