import { formatNumber, formatRate, formatStatedRate } from "../../../shared/format.ts";
import { financingEn } from "../../../shared/locales/en/financing-en.ts";
import { financingZh } from "../../../shared/locales/zh/financing-zh.ts";
import { fill, type MemoContext } from "../blocks/memo-context.ts";

/** How the price is paid, a line for each part. */
export function paymentLines({ memo, words: { assumptions: text } }: MemoContext): string[] {
  const { instalments, trustRights, fundingRate } = memo.assumptions.payment;
  const isPlain = trustRights.priceShare === 0 && instalments.every(({ share, monthsAfterClosing }) => share === 0 || monthsAfterClosing === 0);
  const cash = instalments.map(({ share, monthsAfterClosing: month }) =>
    fill(month === 0 ? text.instalmentAtClosingValue : text.instalmentValue, { month, share: formatStatedRate(share) }),
  );
  const schedule = trustRights.schedule
    .map(({ share, monthsAfterClosing: month }) => fill(text.rightsPart, { month, share: formatStatedRate(share) }))
    .join(memo.language === "zh" ? "；" : "; ");
  return [
    ...(isPlain ? [text.cashAtClosingValue] : cash),
    ...(trustRights.priceShare > 0
      ? [fill(text.rightsValue, { share: formatStatedRate(trustRights.priceShare), rate: formatRate(trustRights.annualRate), schedule })]
      : []),
    ...(fundingRate === null ? [] : [fill(text.fundingValue, { rate: formatRate(fundingRate) })]),
  ];
}

export function transitionLines({ memo, words: { assumptions: text } }: MemoContext): string[] {
  const { sellerShare, collectedYuan, reimbursedYuan } = memo.assumptions.transition;
  const values = { share: formatStatedRate(sellerShare), cost: formatNumber(reimbursedYuan), collected: formatNumber(collectedYuan) };
  return [fill(collectedYuan === null ? text.transitionModelled : text.transitionActual, values)];
}

export function leverageLines({ memo, words: { assumptions: text } }: MemoContext): string[] {
  const { isOn, debtShare, annualRate, tenorMonths, kind, feeRate, leveredHurdleRate, warnAboveDebtShare } = memo.assumptions.leverage;
  if (!isOn) return [text.noDebtValue];
  const kinds = (memo.language === "zh" ? financingZh : financingEn).kind;
  return [
    fill(text.debtValue, {
      share: formatStatedRate(debtShare),
      rate: formatRate(annualRate),
      months: tenorMonths,
      kind: kinds[kind],
      fee: formatRate(feeRate),
    }),
    fill(text.leveredHurdleValue, { rate: formatRate(leveredHurdleRate) }),
    ...(debtShare > warnAboveDebtShare ? [fill(text.aboveLimitValue, { limit: formatStatedRate(warnAboveDebtShare) })] : []),
  ];
}
