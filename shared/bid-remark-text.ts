import type { BidRemark, NoPriceCause } from "./domain/bid-remarks.ts";
import type { CaseName } from "./domain/codes.ts";
import { rateDoubtText } from "./doubt-text.ts";

type RemarkKey =
  | "bidRemark.noPrice"
  | "bidRemark.maxBidAboveClaim"
  | "bidRemark.hurdle"
  | "bidRemark.caseSeparator"
  | `bidRemark.cause.${NoPriceCause}`
  | `code.caseName.${CaseName}`
  | "unusual.rate"
  | "unusual.rateAsDecimal";
export type SayRemark = (key: RemarkKey, values: Record<string, string | number>) => string;

/** A remark on the highest bids in a sentence or two, in the language of `t`. */
export function bidRemarkText(remark: BidRemark, t: SayRemark): string {
  const cases = remark.caseNames.map((name) => t(`code.caseName.${name}`, {})).join(t("bidRemark.caseSeparator", {}));
  switch (remark.code) {
    case "noPrice":
      return t("bidRemark.noPrice", { cases, cause: t(`bidRemark.cause.${remark.cause}`, {}) });
    case "maxBidAboveClaim":
      return t("bidRemark.maxBidAboveClaim", { cases });
    case "hurdle":
      return t("bidRemark.hurdle", { cases, doubt: rateDoubtText(remark.doubt, t) });
  }
}
