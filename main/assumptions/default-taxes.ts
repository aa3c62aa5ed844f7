import type { AssumptionSources } from "../../shared/domain/assumptions.ts";
import { type CollateralKind, collateralKinds, type DebtorType } from "../../shared/domain/codes.ts";
import type { SaleTaxTable } from "../../shared/domain/sale-taxes.ts";

type ByOwner = Readonly<Record<DebtorType, number>>;
type ByKind = Record<CollateralKind, ByOwner>;

const none: ByOwner = { company: 0, individual: 0 };
const immovables: readonly CollateralKind[] = ["residential", "shop", "office", "industrial", "land", "construction"];

/** Rates of all kinds: housing, other immovables, and what is stated apart; the rest bears none. */
function byKind(housing: ByOwner, immovable: ByOwner, others: Partial<ByKind> = {}): ByKind {
  const rateOf = (kind: CollateralKind): ByOwner => (kind === "residential" ? housing : immovables.includes(kind) ? immovable : (others[kind] ?? none));
  return Object.fromEntries(collateralKinds.map((kind) => [kind, rateOf(kind)])) as ByKind; // each kind once
}

/** A tax of a rate on the price without tax, with surcharges of 12 % of it, as a share of the price with tax. */
const ofPrice = (rate: number): number => Math.round(((rate * 1.12) / (1 + rate)) * 10_000) / 10_000;
/** 13 % on goods of a company; used goods at the reduced 3 %. */
const goods = { company: ofPrice(0.13), individual: ofPrice(0.03) };
const usedGoods = { company: ofPrice(0.03), individual: 0 };
const movables = { equipment: usedGoods, inventory: goods, other: usedGoods };

/** Land value-added tax as it is usually assessed where cost is not proved: 5 % of the price, none on an individual's housing. */
const landVat = byKind({ company: 0.05, individual: 0 }, { company: 0.05, individual: 0.05 });
const stampDuty = 0.0005;

/** Until the end of 2025: real estate at the simplified 5 %. From 2026 by the Value-Added Tax Law: 9 %, individuals 3 %. */
export const defaultSaleTaxes: SaleTaxTable[] = [
  {
    from: "2016-05-01",
    saleVat: byKind({ company: ofPrice(0.05), individual: 0 }, { company: ofPrice(0.05), individual: ofPrice(0.05) }, movables),
    landVat,
    stampDuty,
  },
  {
    from: "2026-01-01",
    saleVat: byKind({ company: ofPrice(0.09), individual: 0 }, { company: ofPrice(0.09), individual: ofPrice(0.03) }, movables),
    landVat,
    stampDuty,
  },
];

export const saleTaxesSource: AssumptionSources["saleTaxes"] = {
  sourceZh:
    "2025年底前：财税〔2016〕36号（不动产简易计税5%，个人持有满两年住房免税）；2026年1月1日起：增值税法第10、11条（不动产9%，简易计税3%，货物13%）；附加税费按增值税额12%；印花税法：产权转移书据万分之五；土地增值税按核定征收不低于5%（国税发〔2010〕53号），个人销售住房暂免（财税〔2008〕137号）。以全额计、不计进项及购置原值，2026年后不动产5%简易计税及个人住房免税是否延续未见规定，为本部门判断，须按个案核定",
  sourceEn:
    "Until the end of 2025: Cai Shui [2016] 36 (real estate at the simplified 5 %, housing held by an individual for two years exempt); from 2026-01-01: Value-Added Tax Law, Arts 10 and 11 (real estate 9 %, simplified 3 %, goods 13 %); surcharges 12 % of the tax; Stamp Duty Law: 0.05 %; land value-added tax as assessed, at least 5 % (Guo Shui Fa [2010] 53), individuals' housing exempt for now (Cai Shui [2008] 137). On the whole price, without input tax or cost of purchase; whether the 5 % and the exemption of housing go on after 2025 was not found. Desk judgement, to be settled asset by asset",
  asOf: "2025-11-30",
  sourced: false,
};
