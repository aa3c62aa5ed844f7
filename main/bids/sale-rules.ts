import { climbs, type SaleForm, type SaleTerms } from "../../shared/domain/bid-plan.ts";
import type { BidEvent, OpenRound, RoundClosing } from "../../shared/domain/bid-rounds.ts";
import { roles } from "../../shared/domain/people.ts";
import { DeskError } from "../../shared/result.ts";
import type { PeopleService } from "../people/people-service.ts";

/** Our highest bid that was not struck; null where we made none. */
export function highestOwn(events: readonly BidEvent[]): number | null {
  const own = events.filter(({ kind, isStruck }) => kind === "ownBid" && !isStruck).map(({ amountFen }) => amountFen);
  return own.length === 0 ? null : Math.max(...own);
}

/** What is heard where bids are called out one above the other, and of ours in any sale. */
export function assertBid({ saleForm, listFen, limitFen, standing }: OpenRound, kind: "ownBid" | "rivalBid", amountFen: number): void {
  const isOwn = kind === "ownBid";
  if (isOwn && amountFen > limitFen) throw new DeskError("bid.aboveLimit", { amountFen, limitFen });
  if (!climbs(saleForm)) return;
  if (listFen !== null && amountFen < listFen) throw new DeskError("bid.belowList", { amountFen });
  if (standing !== null && amountFen <= standing.amountFen) throw new DeskError("bid.notHigher", { amountFen });
  if (isOwn && standing?.isOwn === true) throw new DeskError("bid.leading", { amountFen });
}

/** What the end of a sale may not say against the bids that were written down in it. In talks with the seller price isn't all that decides. */
export function assertClosing(saleForm: SaleForm, { result, winner, winnerFen }: RoundClosing, ownFen: number | null): void {
  if (result === "won" && winner !== "") throw new DeskError("bid.wonByAnother", { winner });
  if (result === "won" && ownFen === null && saleForm !== "negotiated") throw new DeskError("bid.wonWithoutBid");
  if (winnerFen === null || ownFen === null) return;
  if (result === "won" && winnerFen > ownFen) throw new DeskError("bid.wonAboveOwn", { winnerFen, ownFen });
  if (result === "lost" && winnerFen < ownFen && saleForm !== "negotiated") throw new DeskError("bid.lostBelowOwn", { winnerFen, ownFen });
}

/**
 * Who raises the limit: whom the card names, or the chair where it names an office; nobody where it names nobody. Where the desk
 * has no persons, whoever is typed. person.locked, person.roleMissing.
 */
export async function whoRaises(
  people: Pick<PeopleService, "acting" | "list">,
  raiser: string,
  typed: string,
): Promise<{ readonly by: string; readonly decided: string }> {
  const active = (await people.list()).filter(({ retiredAt }) => retiredAt === null);
  const isPerson = active.some(({ name }) => name === raiser);
  const who = await people.acting(...(isPerson ? roles : (["chair"] as const)));
  if (active.length === 0) return { by: who.name, decided: typed };
  if (raiser === "" || (isPerson && who.name !== raiser)) throw new DeskError("person.roleMissing", { name: who.name });
  return { by: who.name, decided: who.name };
}

/** Whether so much is stated of a sale that it can be gone into: where bids climb their ladder, else the limit alone. */
export const isReady = (saleForm: SaleForm, { listFen, stepFen, limitFen }: Pick<SaleTerms, "listFen" | "stepFen" | "limitFen">): boolean =>
  limitFen !== null && (!climbs(saleForm) || (listFen !== null && stepFen !== null));
