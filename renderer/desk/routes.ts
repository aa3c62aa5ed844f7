import { create } from "zustand";

export const workbenchViews = ["bid", "loans", "charts", "scenarios", "sensitivity", "simulation", "financing", "gaps"] as const;
export type WorkbenchView = (typeof workbenchViews)[number];

export type Route =
  | { readonly screen: "deals" }
  | { readonly screen: "tape"; readonly dealId: number }
  | { readonly screen: "workbench"; readonly dealId: number; readonly view?: WorkbenchView }
  | { readonly screen: "runs"; readonly dealId: number }
  | { readonly screen: "memo"; readonly dealId: number }
  | { readonly screen: "market" }
  | { readonly screen: "assumptions" }
  | { readonly screen: "help" }
  | { readonly screen: "settings" };
export type ScreenName = Route["screen"];

/** Steps of a deal, in the order of the work. */
export const dealSteps = ["tape", "workbench", "runs", "memo"] as const;
const plainScreens = ["deals", "market", "assumptions", "help", "settings"] as const;

/** The route of the page's address: `#workbench=7` or `#workbench=7/scenarios` opens that deal's step, `#market` a screen, anything else the list of deals. */
export function routeOfHash(hash: string): Route {
  const [, name, dealId, view] = /^#([a-z]+)(?:=([1-9]\d*)(?:\/([a-z]+))?)?$/.exec(hash) ?? [];
  const plain = plainScreens.find((screen) => screen === name);
  if (plain !== undefined && dealId === undefined) return { screen: plain };
  const step = dealSteps.find((screen) => screen === name);
  if (step === undefined || dealId === undefined) return { screen: "deals" };
  const shown = workbenchViews.find((known) => known === view);
  return step === "workbench" && shown !== undefined ? { screen: step, dealId: Number(dealId), view: shown } : { screen: step, dealId: Number(dealId) };
}

/** The other way round. The address keeps where its user is: a page that is loaded again, or the next start, opens there. */
export function hashOfRoute(route: Route): string {
  const deal = "dealId" in route ? `=${route.dealId}` : "";
  const view = route.screen === "workbench" && route.view !== undefined ? `/${route.view}` : "";
  return `#${route.screen}${deal}${view}`;
}

interface RouteState {
  readonly route: Route;
  /** The view that each deal's workbench was left in. */
  readonly views: Readonly<Record<number, WorkbenchView>>;
}

const useRouteStore = create<RouteState>()(() => ({ route: routeOfHash(globalThis.location?.hash ?? ""), views: {} }));

/** Goes to a screen; a workbench whose view isn't named opens in the one that it was left in. */
export function navigate(wanted: Route): void {
  const { views } = useRouteStore.getState();
  const left = wanted.screen === "workbench" ? views[wanted.dealId] : undefined;
  const route = wanted.screen === "workbench" && wanted.view === undefined && left !== undefined ? { ...wanted, view: left } : wanted;
  const isView = route.screen === "workbench" && route.view !== undefined;
  useRouteStore.setState({ route, views: isView ? { ...views, [route.dealId]: route.view } : views });
  globalThis.history?.replaceState(null, "", hashOfRoute(route));
}

/** The screen that is open now, for what runs outside of a component. */
export const screenNow = (): ScreenName => useRouteStore.getState().route.screen;

export function useRoute(): Route {
  return useRouteStore((state) => state.route);
}

export function dealIdOf(route: Route): number | null {
  return "dealId" in route ? route.dealId : null;
}
