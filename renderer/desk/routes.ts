import { create } from "zustand";

export type Route =
  | { readonly screen: "deals" }
  | { readonly screen: "tape"; readonly dealId: number }
  | { readonly screen: "workbench"; readonly dealId: number }
  | { readonly screen: "memo"; readonly dealId: number }
  | { readonly screen: "market" }
  | { readonly screen: "assumptions" }
  | { readonly screen: "help" }
  | { readonly screen: "settings" };
export type ScreenName = Route["screen"];

/** Steps of a deal, in the order of the work. */
export const dealSteps = ["tape", "workbench", "memo"] as const;

/** The route of the page's first address: `#workbench=7` opens that deal's step, anything else the list of deals. */
function routeOfHash(hash: string): Route {
  const [, screen, dealId] = /^#(tape|workbench|memo)=([1-9]\d*)$/.exec(hash) ?? [];
  const step = dealSteps.find((name) => name === screen);
  return step === undefined ? { screen: "deals" } : { screen: step, dealId: Number(dealId) };
}

const useRouteStore = create<{ route: Route }>()(() => ({ route: routeOfHash(globalThis.location?.hash ?? "") }));

export function navigate(route: Route): void {
  useRouteStore.setState({ route });
}

export function useRoute(): Route {
  return useRouteStore((state) => state.route);
}

export function dealIdOf(route: Route): number | null {
  return "dealId" in route ? route.dealId : null;
}
