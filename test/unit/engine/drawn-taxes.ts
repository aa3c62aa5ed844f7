import { collateralKinds } from "../../../shared/domain/codes.ts";
import type { SaleTaxTable } from "../../../shared/domain/sale-taxes.ts";

/** Two tables of taxes, one before and one after July 2026; some kinds are taxed above their price. */
export function drawnTaxes([company = 0, individual = 0, land = 0, stampDuty = 0, later = 0]: readonly number[]): SaleTaxTable[] {
  const table = (from: string, scale: number): SaleTaxTable => ({
    from,
    saleVat: taxByKind((place) => ({ company: (company * scale) / (1 + place), individual: (individual * scale) / 2 })),
    landVat: taxByKind(() => ({ company: land * scale, individual: (land * scale) / 3 })),
    stampDuty: stampDuty / 100,
  });
  return [table("2016-05-01", 0.2), table("2026-07-01", later)];
}

function taxByKind(rates: (place: number) => { company: number; individual: number }): SaleTaxTable["saleVat"] {
  return Object.fromEntries(collateralKinds.map((kind, place) => [kind, rates(place)])) as SaleTaxTable["saleVat"]; // each kind once
}
