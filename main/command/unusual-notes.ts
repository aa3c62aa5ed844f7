import { bidRemarkText } from "../../shared/bid-remark-text.ts";
import { bidRemarks } from "../../shared/domain/bid-remarks.ts";
import { marketCheck } from "../../shared/domain/market-check.ts";
import { bidDoubt, rateDoubt } from "../../shared/domain/unusual-inputs.ts";
import { rateDoubtText } from "../../shared/doubt-text.ts";
import { marketCheckText } from "../../shared/market-check-text.ts";
import type { CommandTexts } from "./command-texts.ts";
import type { PricedTape } from "./price-tape.ts";

/** What is said of a hurdle rate or a bid price that was taken though it is unusual, of cases without a price, and of a day that isn't known. */
export function unusualInputs({ assumptions, result, tape }: PricedTape, t: CommandTexts): string[] {
  const rate = rateDoubt("hurdleRate", assumptions.hurdleRate);
  const bid = bidDoubt(result.bidPriceFen, result.totals);
  const check = marketCheck(tape.dealKind, result);
  const doubts = [
    ...(rate === null ? [] : [t("command.noteOf", { what: t("pricing.measure.hurdleRate"), doubt: rateDoubtText(rate, t) })]),
    ...bidRemarks(result).flatMap((remark) => (remark.code === "hurdle" ? [] : [bidRemarkText(remark, t)])),
    ...(check === null ? [] : [marketCheckText(check, t)]),
    ...(bid === null ? [] : [t(`unusual.${bid}`)]),
    ...(tape.cutOffDate === null ? [t("command.noCutOff")] : []),
  ];
  // The note puts its own full stop.
  return doubts.map((doubt) => t("command.note", { doubt: doubt.replace(/[.。]$/, "") }));
}
