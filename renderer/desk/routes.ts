import { create } from "zustand";

export const workbenchViews = ["bid", "loans", "charts", "scenarios", "sensitivity", "simulation", "financing", "gaps"] as const;
export type WorkbenchView = (typeof workbenchViews)[number];

/** Pages of a deal's bid, in the order of the work. */
export const bidPages = ["decision", "day", "card", "structures", "ledger"] as const;
export type BidPage = (typeof bidPages)[number];

/** Pages of the company, in the order in which they are filled. */
export const companyPages = ["funding", "capacity", "rules"] as const;
export type CompanyPage = (typeof companyPages)[number];

/** Pages of the market reference: records, and what follows from them. */
export const marketPages = ["records", "sums", "ranges", "sector"] as const;
export type MarketPage = (typeof marketPages)[number];

/** What the home screen shows beside the register: all deals together. */
type HomePage = "portfolio";

export type Route =
  | { readonly screen: "deals"; readonly view?: HomePage }
  | { readonly screen: "tape"; readonly dealId: number }
  | { readonly screen: "sheet"; readonly dealId: number }
  | { readonly screen: "workbench"; readonly dealId: number; readonly view?: WorkbenchView }
  | { readonly screen: "quality"; readonly dealId: number }
  | { readonly screen: "bid"; readonly dealId: number; readonly view?: BidPage }
  | { readonly screen: "debtors"; readonly dealId: number }
  | { readonly screen: "diligence"; readonly dealId: number }
  | { readonly screen: "strata"; readonly dealId: number }
  | { readonly screen: "runs"; readonly dealId: number }
  | { readonly screen: "effect"; readonly dealId: number }
  | { readonly screen: "memo"; readonly dealId: number }
  | { readonly screen: "approval"; readonly dealId: number }
  | { readonly screen: "company"; readonly view?: CompanyPage }
  | { readonly screen: "calendar" }
  | { readonly screen: "market"; readonly view?: MarketPage }
  | { readonly screen: "assumptions" }
  | { readonly screen: "help" }
  | { readonly screen: "settings" }
  | { readonly screen: "dictionary" }
  | { readonly screen: "people" }
  | { readonly screen: "safekeeping" };
export type ScreenName = Route["screen"];

/** Steps of a deal, in the order of the work. */
export const dealSteps = ["tape", "sheet", "quality", "debtors", "diligence", "workbench", "bid", "effect", "strata", "runs", "memo", "approval"] as const;
const plainScreens = ["deals", "calendar", "market", "company", "assumptions", "help", "settings", "dictionary", "people", "safekeeping"] as const;

/** The route of the page's address: `#workbench=7` or `#workbench=7/scenarios` opens that deal's step, `#market` a screen, anything else the list of deals. */
export function routeOfHash(hash: string): Route {
  const [, name, dealId, view] = /^#([a-z]+)(?:=([1-9]\d*)(?:\/([a-z]+))?)?$/.exec(hash) ?? [];
  const companyPage = companyPages.find((known) => hash === `#company/${known}`);
  if (companyPage !== undefined) return { screen: "company", view: companyPage };
  if (hash === "#deals/portfolio") return { screen: "deals", view: "portfolio" };
  const marketPage = marketPages.find((known) => hash === `#market/${known}`);
  if (marketPage !== undefined) return { screen: "market", view: marketPage };
  const plain = plainScreens.find((screen) => screen === name);
  if (plain !== undefined && dealId === undefined) return { screen: plain };
  const step = dealSteps.find((screen) => screen === name);
  if (step === undefined || dealId === undefined) return { screen: "deals" };
  const page = bidPages.find((known) => known === view);
  if (step === "bid" && page !== undefined) return { screen: step, dealId: Number(dealId), view: page };
  const shown = workbenchViews.find((known) => known === view);
  return step === "workbench" && shown !== undefined ? { screen: step, dealId: Number(dealId), view: shown } : { screen: step, dealId: Number(dealId) };
}

/** The other way round. The address keeps where its user is: a page that is loaded again, or the next start, opens there. */
export function hashOfRoute(route: Route): string {
  const deal = "dealId" in route ? `=${route.dealId}` : "";
  const view = "view" in route && route.view !== undefined ? `/${route.view}` : "";
  return `#${route.screen}${deal}${view}`;
}

interface RouteState {
  readonly route: Route;
  /** The ways here, the last one last, and those that were gone back, the next one first. */
  readonly behind: readonly Route[];
  readonly ahead: readonly Route[];
  /** The view that each deal's workbench was left in. */
  readonly views: Readonly<Record<number, WorkbenchView>>;
}

const useRouteStore = create<RouteState>()(() => ({ route: routeOfHash(globalThis.location?.hash ?? ""), behind: [], ahead: [], views: {} }));

/** Ways back that are kept. */
const mostBehind = 100;

/** Goes to a screen; a workbench whose view isn't named opens in the one that it was left in. */
export function navigate(wanted: Route): void {
  const { views, route: here, behind } = useRouteStore.getState();
  const left = wanted.screen === "workbench" ? views[wanted.dealId] : undefined;
  const route = wanted.screen === "workbench" && wanted.view === undefined && left !== undefined ? { ...wanted, view: left } : wanted;
  if (hashOfRoute(route) !== hashOfRoute(here)) useRouteStore.setState({ behind: [...behind, here].slice(-mostBehind), ahead: [] });
  show(route);
}

function show(route: Route): void {
  const { views } = useRouteStore.getState();
  const view = route.screen === "workbench" ? route.view : undefined;
  useRouteStore.setState({ route, views: "dealId" in route && view !== undefined ? { ...views, [route.dealId]: view } : views });
  globalThis.history?.replaceState(null, "", hashOfRoute(route));
}

/** To where its user was before, from screen to screen and from view to view. */
export function goBack(): void {
  const { route: here, behind, ahead } = useRouteStore.getState();
  const before = behind.at(-1);
  if (before === undefined) return;
  useRouteStore.setState({ behind: behind.slice(0, -1), ahead: [here, ...ahead] });
  show(before);
}

/** Where it was gone back from. */
export function goForward(): void {
  const { route: here, behind, ahead } = useRouteStore.getState();
  const [next, ...rest] = ahead;
  if (next === undefined) return;
  useRouteStore.setState({ behind: [...behind, here], ahead: rest });
  show(next);
}

export const useCanGoBack = (): boolean => useRouteStore(({ behind }) => behind.length > 0);
export const useCanGoForward = (): boolean => useRouteStore(({ ahead }) => ahead.length > 0);

/** The screen that is open now, for what runs outside of a component. */
export const screenNow = (): ScreenName => useRouteStore.getState().route.screen;

export function useRoute(): Route {
  return useRouteStore((state) => state.route);
}

export function dealIdOf(route: Route): number | null {
  return "dealId" in route ? route.dealId : null;
}
