import { fiveTierClasses, litigationStages, securityKinds } from "../../shared/domain/codes.ts";
import type { NoticeFigures, WeightedMean } from "../../shared/domain/notice-figures.ts";
import type { NoticeLoan } from "./notice-queries.ts";

const msPerDay = 86_400_000;
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / msPerDay;

/** Days from the first day overdue to the cut-off date; null where it comes later. */
function daysSince(date: string, cutOffDate: string): number | null {
  const days = dayOf(cutOffDate) - dayOf(date);
  return days < 0 ? null : days;
}

/** A mean is rounded to so many parts of its unit. */
const parts = 10_000n;

/** Σ value × weight ÷ Σ weight, exact until it is rounded: so the order of the loans doesn't tell. */
class Mean {
  #weighted = 0n;
  #weight = 0n;
  #loans = 0;

  add(value: number, weightFen: number): void {
    this.#weighted += BigInt(value) * BigInt(weightFen);
    this.#weight += BigInt(weightFen);
    this.#loans += 1;
  }

  get figures(): WeightedMean {
    const [sum, weight] = [this.#weighted, this.#weight];
    const mean = weight === 0n ? null : Number((2n * parts * sum + weight) / (2n * weight)) / Number(parts);
    return { mean, loans: this.#loans, weightFen: Number(weight) };
  }
}

/** Loans and what is owed on them, by a code; those that state none come last. */
class Counted<Code extends string> {
  readonly #codes: readonly Code[];
  readonly #by = new Map<Code | null, { loans: number; fen: number }>();

  constructor(codes: readonly Code[]) {
    this.#codes = codes;
  }

  add(code: Code | null, fen: number): void {
    const found = this.#by.get(code) ?? { loans: 0, fen: 0 };
    found.loans += 1;
    found.fen += fen;
    this.#by.set(code, found);
  }

  get figures(): { code: Code | null; loans: number; principalAndInterestFen: number }[] {
    return [...this.#codes, null].flatMap((code) => {
      const found = this.#by.get(code);
      return found === undefined ? [] : [{ code, loans: found.loans, principalAndInterestFen: found.fen }];
    });
  }
}

interface NoticeDebtors {
  /** Of each loan by its place the number of its debtor, of whom there are so many; a loan that names nobody is a debtor of its own. */
  readonly ofLoan: Uint32Array;
  readonly count: number;
  readonly named: number;
}

/** Adds up the loans of a package for a notice of sale. Amounts in whole fen. */
export class NoticeSums {
  readonly #cutOffDate: string | null;
  readonly #debtors: NoticeDebtors;
  readonly #owedBy: Float64Array;
  readonly #sums = { loans: 0, principalFen: 0, interestFen: 0, feesFen: 0, loansWithoutInterest: 0 };
  readonly #days = new Mean();
  readonly #age = new Mean();
  readonly #classes = new Counted(fiveTierClasses);
  readonly #stages = new Counted(litigationStages);
  readonly #securities = new Counted(securityKinds);

  constructor(cutOffDate: string | null, debtors: NoticeDebtors) {
    this.#cutOffDate = cutOffDate;
    this.#debtors = debtors;
    this.#owedBy = new Float64Array(debtors.count);
  }

  /** A loan by its place in the package. */
  add(place: number, loan: NoticeLoan): void {
    const sums = this.#sums;
    const owed = loan.principal_fen + (loan.interest_fen ?? 0);
    sums.loans += 1;
    sums.principalFen += loan.principal_fen;
    sums.interestFen += loan.interest_fen ?? 0;
    sums.feesFen += loan.fees_fen ?? 0;
    if (loan.interest_fen === null) sums.loansWithoutInterest += 1;
    const debtor = this.#debtors.ofLoan[place] ?? 0;
    this.#owedBy[debtor] = (this.#owedBy[debtor] ?? 0) + owed;
    const days = this.#daysOf(loan);
    if (days !== null) this.#days.add(days, owed);
    if (loan.age !== null) this.#age.add(loan.age, owed);
    this.#classes.add(loan.five_tier_class, owed);
    this.#stages.add(loan.litigation_stage, owed);
    this.#securities.add(loan.security_kind, owed);
  }

  /** As stated, else from the first day overdue to the cut-off date. */
  #daysOf({ days_past_due: stated, overdue_date: since }: NoticeLoan): number | null {
    return stated ?? (since === null || this.#cutOffDate === null ? null : daysSince(since, this.#cutOffDate));
  }

  get figures(): NoticeFigures {
    const { count, named } = this.#debtors;
    const { principalFen, interestFen, ...sums } = this.#sums;
    const owed = principalFen + interestFen;
    return {
      cutOffDate: this.#cutOffDate,
      ...sums,
      debtors: named,
      loansWithoutDebtor: count - named,
      principalFen,
      interestFen,
      principalAndInterestFen: owed,
      largestDebtorFen: this.#owedBy.reduce((most, one) => Math.max(most, one), 0),
      meanDebtorFen: count === 0 ? 0 : Math.round(owed / count),
      daysPastDue: this.#days.figures,
      age: this.#age.figures,
      fiveTierClasses: this.#classes.figures,
      litigationStages: this.#stages.figures,
      securityKinds: this.#securities.figures,
    };
  }
}
