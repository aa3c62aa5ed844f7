import { type CaseResult, type PoolFlows, type RecoveryRoute, recoveryRoutes } from "../../../shared/domain/pricing-results.ts";
import { resultFen } from "../numbers/engine-output.ts";
import { sumOf } from "../numbers/summation.ts";
import type { CasePlan } from "../plan/plan-types.ts";

/** What each route of recovery (回收路径) is worth at the hurdle before costs, and its share of all: what a price rests on. */
export function routeValues({ collateral, debtForAsset, guarantor, cash, own }: PoolFlows, { discountFactor }: CasePlan): CaseResult["routes"] {
  const valueOf = (flows: readonly number[]): number => sumOf(flows.map((flow, month) => flow * discountFactor[month]));
  const taken = valueOf(debtForAsset);
  const values: Readonly<Record<RecoveryRoute, number>> = {
    sale: Math.max(0, valueOf(collateral) - taken),
    debtForAsset: taken,
    guarantor: valueOf(guarantor),
    cash: valueOf(cash),
    own: valueOf(own ?? []),
  };
  const routes = recoveryRoutes.filter((route) => route !== "own" || own !== undefined);
  const total = routes.reduce((sum, route) => sum + values[route], 0);
  return routes.map((route) => ({ route, valueFen: resultFen(values[route], "presentValue"), share: total > 0 ? values[route] / total : null }));
}
