import { type SecurityKind, securityKinds } from "../../shared/domain/codes.ts";
import type { ComplianceRule, RuleAnswer, RuleJudgement } from "../../shared/domain/compliance.ts";
import { notStatedCode } from "../packages/loaded-package.ts";
import type { PricedDeal } from "../pricing/priced-deal.ts";

/** A rule's answer without its code. */
export type Judged = Omit<RuleJudgement, "code">;

const silent = { headroomFen: null, largestFen: null, leastFen: null, isBrokenAnyway: false, about: "", concernedLoans: null, priceWithoutFen: null } as const;
export const judged = (verdict: RuleJudgement["verdict"], ...missing: RuleJudgement["missing"]): Judged => ({ ...silent, verdict, missing });

/** Fails for any loan that it concerns, and says the price without them: the price less what is allocated to them. */
function concerning({ output }: PricedDeal, priceFen: number, isConcerned: (loan: number) => boolean): Judged {
  const { allocatedFen, result } = output;
  let loans = 0;
  let allocated = 0;
  for (let loan = 0; loan < allocatedFen.length; loan++) {
    if (!isConcerned(loan)) continue;
    loans += 1;
    allocated += allocatedFen[loan] ?? 0;
  }
  if (loans === 0) return { ...judged("pass"), concernedLoans: 0 };
  // Where nothing is allocated nobody knows what the price is without some of the loans.
  const priceWithoutFen = result.bidPriceFen === 0 ? null : priceFen - Math.round((priceFen * allocated) / result.bidPriceFen);
  return { ...judged("fail"), concernedLoans: loans, priceWithoutFen };
}

/** Securities that leave a personal loan out of the pilot. */
const secured: readonly SecurityKind[] = ["mortgaged", "mortgagedAndGuaranteed", "pledged", "mixed"];

function judgePilot(priced: PricedDeal, priceFen: number): Judged {
  const { dealKind, facts } = priced.loaded;
  if (dealKind !== "retailBulk") return judged("pass");
  if (facts.securityKind.includes(notStatedCode)) return judged("cannotTell", "loanFacts");
  const places = new Set(secured.map((kind) => securityKinds.indexOf(kind)));
  return concerning(priced, priceFen, (loan) => places.has(facts.securityKind[loan] ?? notStatedCode));
}

/** The desk names the debtors; a list of which none is found in the package tells nothing. */
function judgeExcluded(priced: PricedDeal, priceFen: number, answer: RuleAnswer | undefined): Judged {
  if (answer === undefined || answer.isMet === null) return judged("cannotTell", "answer");
  if (answer.isMet) return judged("pass");
  const { debtors, columns } = priced.loaded;
  const names = answer.concerned.split("\n").map((line) => line.trim());
  const found = new Set(names.flatMap((name) => (name === "" ? [] : (debtors.find(name, null) ?? debtors.find(null, name) ?? []))));
  if (found.size === 0) return judged("cannotTell", "concernedDebtors");
  return concerning(priced, priceFen, (loan) => found.has(columns.debtor[loan] ?? -1));
}

/** A rule of loans or of evidence: what the package states, or what the desk answered. */
export function judgeByLoans({ kind, limit }: ComplianceRule, priced: PricedDeal, priceFen: number, answer: RuleAnswer | undefined): Judged {
  switch (kind) {
    case "debtorCount": {
      if (limit === null) return judged("cannotTell", "limit");
      const { dealKind, debtorCount, debtors } = priced.loaded;
      const isBulk = dealKind === "corporateBulk" || dealKind === "retailBulk";
      if (!isBulk || debtorCount >= limit) return judged("pass");
      // Loans that name nobody may be of one debtor or of as many as they are.
      return debtors.count >= limit ? judged("cannotTell", "debtorNames") : judged("fail");
    }
    case "retailPilot":
      return judgePilot(priced, priceFen);
    case "excludedLoans":
      return judgeExcluded(priced, priceFen, answer);
    default:
      // A tick without evidence is no answer.
      if (answer === undefined || answer.isMet === null || answer.evidence === "") return judged("cannotTell", "answer");
      return judged(answer.isMet ? "pass" : "fail");
  }
}
