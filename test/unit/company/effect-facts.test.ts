import { expect, it } from "vitest";
import { effectFacts } from "../../../shared/company-effect-facts.ts";
import type { CompanyEffect, QuarterPoint } from "../../../shared/domain/company.ts";

const point = (quarterEnd: string, leverage: number | null): QuarterPoint => ({
  quarterEnd,
  leverage,
  cashFen: 1,
  borrowingsFen: 1,
  netAssetsFen: leverage === null ? -1 : 1,
  interestFen: 0,
  maturitiesFen: 0,
  leverageRoomFen: 1,
  liquidity: null,
});

it("knows no highest leverage where net assets are gone in one of the quarters", () => {
  const sound = [point("2025-12-31", 2.1), point("2026-03-31", 2.4)];
  const gone = [point("2025-12-31", 2.1), point("2026-03-31", null)];
  const effect = { without: sound, with: gone, priceFen: 1, totalAssetsFen: null, netAssetsFen: null } as unknown as CompanyEffect; // what the facts read
  const { maxLeverage } = effectFacts(effect);
  expect(maxLeverage.before).toEqual({ value: 2.4, quarterEnd: "2026-03-31" });
  expect(maxLeverage.after).toBeNull();
});
