import type { SameKeys } from "../flatten-texts.ts";
import type { marketCheckZh, setOfDealZh } from "../zh/retail-zh.ts";

/** The set of assumptions of each kind of deal, and retail bids beside the market. */
export const setOfDealEn: SameKeys<typeof setOfDealZh> = {
  line: "{{name}} ({{asOf}})",
  edited: "edited",
  offer: "This deal is of the kind “{{kind}}”; its assumptions come from “{{name}}”.",
  change: "Use “{{name}}”",
  changeTitle: "Use “{{name}}”?",
  changeText: "The deal's common assumptions and the shifts of its cases are replaced; undo brings them back. The bid price and saved runs stay.",
  keep: "Keep them",
};

export const marketCheckEn: SameKeys<typeof marketCheckZh> = {
  below:
    "The base case's highest bid is {{ratio}} of principal, below {{least}}–{{most}} (retail bulk sales of {{from}} to {{to}} averaged {{low}}–{{high}} of principal, Yindeng; a check only, no assumption is made to meet it). ",
  above:
    "The base case's highest bid is {{ratio}} of principal, above {{least}}–{{most}} (retail bulk sales of {{from}} to {{to}} averaged {{low}}–{{high}} of principal, Yindeng; a check only, no assumption is made to meet it). ",
  parts: "Of principal: recoveries {{receipts}} − costs {{costs}} − waiting and deal costs {{waiting}} = {{ratio}}.",
  noPrice: "Of principal: recoveries {{receipts}}, costs {{costs}}; after waiting and deal costs nothing is left.",
};
