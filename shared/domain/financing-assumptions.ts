import { z } from "zod";
import { jointly } from "./joint-refusals.ts";

const share = z.number().min(0).max(1);
const months = z.number().int().min(0).max(120);

/** A part of what is paid, in months after closing (交割日). */
const paymentPartSchema = z.object({ share, monthsAfterClosing: months });
export type PaymentPart = z.infer<typeof paymentPartSchema>;

/** Shares typed in percent keep this much of binary noise. */
const shareTolerance = 1e-9;

export const sumOfShares = (parts: readonly PaymentPart[]): number => parts.reduce((sum, part) => sum + part.share, 0);

const isWhole = (sum: number): boolean => Math.abs(sum - 1) <= shareTolerance;

/**
 * How the nominal price is paid (付款方式): instalments in cash, and a share in trust beneficiary rights (信托受益权) that
 * the buyer redeems by a schedule of their own. Instalments and the share in rights add up to 1.
 */
export const paymentSchema = z
  .object({
    instalments: z.array(paymentPartSchema).min(1).max(24),
    trustRights: z
      .object({
        /** Share of the nominal price given in rights. */
        priceShare: share,
        /** Annual effective rate at which the seller values the rights. */
        annualRate: z.number().gt(-0.99).max(10),
        /** Payments on the rights, shares of their nominal amount. */
        schedule: z.array(paymentPartSchema).min(1).max(24),
      })
      .superRefine(jointly("rightsAreWhole", (rights) => (isWhole(sumOfShares(rights.schedule)) ? null : ["schedule"]))),
    /** Annual effective cost of own funds at which payments are valued beside the hurdle; null: the rate of the debt. */
    fundingRate: z.number().gt(-0.99).max(10).nullable(),
  })
  .superRefine(
    jointly("instalmentsAreWhole", ({ instalments, trustRights }) => (isWhole(sumOfShares(instalments) + trustRights.priceShare) ? null : ["instalments"])),
  );
export type Payment = z.infer<typeof paymentSchema>;

/** Collections between cut-off and closing (过渡期回款), which belong to the buyer and are handed over at closing. */
export const transitionSchema = z.object({
  /** Share of these collections that the seller keeps for collecting them. */
  sellerShare: share,
  /** What the seller has in fact collected since cut-off, yuan; null: as the model expects. */
  collectedYuan: z.number().min(0).nullable(),
  /** Costs advanced by the seller since cut-off that the buyer pays back at closing, yuan. */
  reimbursedYuan: z.number().min(0),
});
export type Transition = z.infer<typeof transitionSchema>;

/** How debt is repaid: at the end, in equal parts of principal, in equal payments, or by all net collections (现金归集还款). */
export const debtKinds = ["bullet", "equalPrincipal", "annuity", "cashSweep"] as const;

/** Debt that pays a share of the price (融资). */
export const leverageSchema = z.object({
  isOn: z.boolean(),
  /** Share of each payment of the price that is borrowed (融资比例). */
  debtShare: share,
  /** Nominal annual rate; interest is paid at the end of each month, a twelfth of it on the balance. */
  annualRate: z.number().min(0).max(1),
  /** Months from closing to maturity. */
  tenorMonths: z.number().int().min(1).max(120),
  kind: z.enum(debtKinds),
  /** Fee on each drawing, paid with it. */
  feeRate: share,
  /** Required annual effective return on equity. */
  leveredHurdleRate: z.number().gt(-0.99).max(10),
  /** Highest debt share that passes without a warning: borrowed funds of at most three times net assets are 75 %. */
  warnAboveDebtShare: share,
});
export type Leverage = z.infer<typeof leverageSchema>;

/** All in cash at closing. */
export const cashAtClosing: Payment = {
  instalments: [{ share: 1, monthsAfterClosing: 0 }],
  trustRights: { priceShare: 0, annualRate: 0.06, schedule: [{ share: 1, monthsAfterClosing: 36 }] },
  fundingRate: null,
};

/** Everything that the model expects before closing is handed over. */
export const plainTransition: Transition = { sellerShare: 0, collectedYuan: null, reimbursedYuan: 0 };

/** No debt; the terms stand ready for when the desk switches it on. */
export const withoutDebt: Leverage = {
  isOn: false,
  debtShare: 0.5,
  annualRate: 0.06,
  tenorMonths: 36,
  kind: "bullet",
  feeRate: 0.005,
  leveredHurdleRate: 0.15,
  warnAboveDebtShare: 0.75,
};
