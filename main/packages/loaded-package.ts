import { type DealKind, fiveTierClasses, litigationStages, securityKinds } from "../../shared/domain/codes.ts";
import type { PackageColumns } from "../engine/engine-types.ts";

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
  readonly dealKind: DealKind;
  /** The day on which limitation and guarantee periods are looked at; null: none is. */
  readonly cutOffDate: string | null;
}

/** One text for a tape and what of its deal decides the columns: packages of the same text have the same columns. */
export function packageKey({ tapeId, dealKind, cutOffDate }: PackageIdentity): string {
  return `${tapeId}/${dealKind}/${cutOffDate}`;
}

/** A tape as the engine sees it. The loan at index i has the id `firstLoanId + i`. */
export interface LoadedPackage extends PackageIdentity {
  /** Name of this reading of the tape: the same name, the same columns. */
  readonly readingId: string;
  readonly firstLoanId: number;
  readonly debtorCount: number;
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
