import type { TFunction } from "i18next";
import type { CaseName, MoneyUnit } from "../../shared/domain/codes.ts";
import type { Figure, FigureName } from "../../shared/domain/figure-trace.ts";
import { type CaseResult, recoveryRoutesOf } from "../../shared/domain/pricing-results.ts";
import { formatMoney, formatMultiple, formatNumber, formatPrice, formatPriceRatio, formatRate, noValue } from "../../shared/format.ts";
import type { KeyUnder } from "../desk/i18n.ts";
import { irrText } from "../ui/irr-text.ts";

export interface CasesRow {
  readonly key: KeyUnder<"pricing.measure">;
  /** Left out where the row shows an assumption. */
  readonly figure?: FigureName;
  readonly strong?: boolean;
  readonly text: (result: CaseResult) => string;
  readonly testId?: (caseName: CaseName) => string;
}

export interface CasesSection {
  readonly key: "atHurdle" | "atBid" | "recovery" | "routes";
  /** The price that its figures are taken at. */
  readonly price: Figure["price"];
  readonly rows: readonly CasesRow[];
}

/**
 * The measures of a case in the order they are read: what may be paid, what the bid price earns, what comes back.
 * @param beyondUnknown what stands where it isn't known what lies beyond the horizon: in old runs, and in a pricing until it is worked out
 */
export function casesSections(cases: readonly CaseResult[], unit: MoneyUnit, t: TFunction, beyondUnknown: string = noValue): readonly CasesSection[] {
  const money = (fen: number) => formatMoney(fen, unit);
  const hasSettlement = cases.some((one) => (one.transition?.changeFen ?? 0) !== 0);
  const hasOwn = cases.some((one) => one.ownRecoveryFen !== undefined);
  return [
    {
      key: "atHurdle",
      price: "maxBid",
      rows: [
        { key: "hurdleRate", text: (one) => formatRate(one.hurdleRate) },
        {
          key: "maxBid",
          figure: "maxBid",
          strong: true,
          text: (one) => formatPrice(one.maxBidFen, unit, t("bidRemark.noneShort")),
          testId: (name) => `max-bid-${name}`,
        },
        { key: "priceToPrincipal", figure: "priceToPrincipal", text: (one) => formatPriceRatio(one.atMaxBid.priceToPrincipal) },
        { key: "priceToClaim", figure: "priceToClaim", text: (one) => formatPriceRatio(one.atMaxBid.priceToClaim) },
      ],
    },
    {
      key: "atBid",
      price: "bidPrice",
      rows: [
        { key: "irr", figure: "irr", strong: true, text: (one) => irrText(one.atBidPrice.irr, t), testId: (name) => `irr-${name}` },
        { key: "moic", figure: "moic", text: (one) => formatMultiple(one.atBidPrice.moic) },
        { key: "wal", figure: "walYears", text: (one) => formatNumber(one.atBidPrice.walYears, 2) },
        { key: "payback", figure: "paybackMonths", text: (one) => formatNumber(one.atBidPrice.paybackMonths) },
        { key: "discountedPayback", figure: "discountedPaybackMonths", text: (one) => formatNumber(one.atBidPrice.discountedPaybackMonths) },
        { key: "profit", figure: "profit", text: (one) => money(one.atBidPrice.profitFen) },
      ],
    },
    {
      key: "recovery",
      price: "bidPrice",
      rows: [
        { key: "grossRecovery", figure: "grossRecovery", text: (one) => money(one.grossRecoveryFen) },
        { key: "collateralRecovery", figure: "collateralRecovery", text: (one) => money(one.collateralRecoveryFen) },
        { key: "guarantorRecovery", figure: "guarantorRecovery", text: (one) => money(one.guarantorRecoveryFen) },
        { key: "cashRecovery", figure: "cashRecovery", text: (one) => money(one.cashRecoveryFen) },
        ...(hasOwn
          ? [
              {
                key: "ownRecovery" as const,
                figure: "ownRecovery" as const,
                text: (one: CaseResult) => money(one.ownRecoveryFen ?? 0),
                testId: (name: CaseName) => `own-recovery-${name}`,
              },
            ]
          : []),
        { key: "costs", figure: "costs", text: (one) => money(one.costsFen) },
        ...(hasSettlement ? [{ key: "settlement" as const, text: (one: CaseResult) => money(one.transition?.changeFen ?? 0) }] : []),
        { key: "netCashFlow", figure: "netCashFlow", text: (one) => money(one.netCashFlowFen) },
        {
          key: "beyondHorizon",
          text: (one) => (one.beyondHorizon === null ? beyondUnknown : money(one.beyondHorizon.receiptsFen)),
          testId: (name) => `beyond-horizon-${name}`,
        },
      ],
    },
    {
      key: "routes",
      price: "maxBid",
      rows: recoveryRoutesOf(cases).map((route) => ({
        key: `route.${route}` as const,
        text: ({ routes }) => formatRate(routes.find((one) => one.route === route)?.share ?? null),
        testId: (name) => `route-${route}-${name}`,
      })),
    },
  ];
}
