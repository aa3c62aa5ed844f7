import type { CompanyEffect, QuarterPoint } from "./domain/company.ts";

interface EffectExtreme {
  readonly value: number;
  readonly quarterEnd: string;
}

/**
 * The quarter in which a figure is least (sign 1) or highest (sign −1); null where it isn't known in one of them: of leverage
 * that is a quarter without net assets, which is worse than any ratio.
 */
function extremeOf(points: readonly QuarterPoint[], valueOf: (point: QuarterPoint) => number | null, sign: 1 | -1): EffectExtreme | null {
  if (points.some((point) => valueOf(point) === null)) return null;
  return points.reduce<EffectExtreme | null>((found, point) => {
    const value = valueOf(point);
    if (value === null || (found !== null && sign * value >= sign * found.value)) return found;
    return { value, quarterEnd: point.quarterEnd };
  }, null);
}

/** What a deal changes, as the screen and the memo say it. */
export function effectFacts({ without, with: after, priceFen, totalAssetsFen, netAssetsFen }: CompanyEffect) {
  const both = (valueOf: (point: QuarterPoint) => number | null, sign: 1 | -1) => ({
    before: extremeOf(without, valueOf, sign),
    after: extremeOf(after, valueOf, sign),
  });
  const shareOf = (whole: number | null) => (whole === null || whole <= 0 ? null : priceFen / whole);
  return {
    minCash: both((point) => point.cashFen, 1),
    maxLeverage: both((point) => point.leverage, -1),
    minRoom: both((point) => point.leverageRoomFen, 1),
    ofAssets: shareOf(totalAssetsFen),
    ofNet: shareOf(netAssetsFen),
  };
}
