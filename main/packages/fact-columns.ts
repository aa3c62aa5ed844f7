import { codeOf, factCodes, notStatedRegion, type PackageFacts } from "./loaded-package.ts";
import type { LoanInputRow } from "./package-queries.ts";
import { TextIndex } from "./text-index.ts";

/** Facts for the strata, written loan by loan. */
export class FactColumns implements PackageFacts {
  readonly fiveTierClass: Uint8Array;
  readonly securityKind: Uint8Array;
  readonly litigationStage: Uint8Array;
  readonly region: Uint32Array;
  readonly #regions: TextIndex;

  constructor(loanCount: number, regions = new TextIndex()) {
    this.fiveTierClass = new Uint8Array(loanCount);
    this.securityKind = new Uint8Array(loanCount);
    this.litigationStage = new Uint8Array(loanCount);
    this.region = new Uint32Array(loanCount);
    this.#regions = regions;
  }

  /** A copy of written facts, in which single loans are written anew. */
  static over(facts: PackageFacts): FactColumns {
    const copy = new FactColumns(facts.region.length, TextIndex.of(facts.regions));
    for (const name of ["fiveTierClass", "securityKind", "litigationStage", "region"] as const) copy[name].set(facts[name]);
    return copy;
  }

  get regions(): readonly string[] {
    return this.#regions.texts;
  }

  write(at: number, loan: LoanInputRow): void {
    this.fiveTierClass[at] = codeOf(factCodes.fiveTierClass, loan.five_tier_class);
    this.securityKind[at] = codeOf(factCodes.securityKind, loan.security_kind);
    this.litigationStage[at] = codeOf(factCodes.litigationStage, loan.litigation_stage);
    this.region[at] = loan.region === null ? notStatedRegion : this.#regions.indexOf(loan.region);
  }
}
