import type { SameKeys } from "../flatten-texts.ts";
import type { bidRemarkZh } from "../zh/bid-remark-zh.ts";

/** What is said beside a bid: that there is none above zero, that it is above the claim, that the hurdle is unusual. */
export const bidRemarkEn: SameKeys<typeof bidRemarkZh> = {
  none: "no positive price",
  noneShort: "none",
  title: "On the highest bids",
  noPrice: "{{cases}}: no positive price. {{cause}}",
  maxBidAboveClaim: "{{cases}}: the highest bid is above the claim; please check hurdle rate and payment terms",
  hurdle: "{{cases}}: unusual hurdle rate. {{doubt}}",
  caseSeparator: ", ",
  cause: {
    nothingRecovered: "Nothing is recovered.",
    costsExceedRecoveries: "The costs, the overhead of the package among them, exceed the recoveries.",
    settlement: "The settlement before closing uses up what recoveries leave after costs.",
    hurdle: "Discounted at the hurdle rate, the costs exceed the recoveries.",
    dealCosts: "The present value of the net cash flows does not cover the deal costs.",
  },
  toGroup: "Go to: {{group}}",
  allZero: "No positive price anywhere in this chart. {{caseName}} case: {{cause}}",
  noMeasure: "This measure does not exist anywhere in this chart: the bid price is zero, so nothing is invested to measure by.",
  noIrr: "This measure does not exist anywhere in this chart: the cash flows have no single internal rate of return.",
  gapsZero: "However the gaps are filled, the {{caseName}} case has no positive price: {{cause}} The gaps do not move the bid.",
  simulationZero: "No path has a positive price: {{cause}}",
};
