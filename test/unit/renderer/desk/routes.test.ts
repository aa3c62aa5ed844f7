import { describe, expect, it } from "vitest";
import { hashOfRoute, type Route, routeOfHash, workbenchViews } from "../../../../renderer/desk/routes.ts";

const routes: Route[] = [
  ...(["deals", "market", "assumptions", "help", "settings"] as const).map((screen) => ({ screen })),
  ...(["tape", "workbench", "memo"] as const).map((screen) => ({ screen, dealId: 12 })),
  ...workbenchViews.map((view) => ({ screen: "workbench" as const, dealId: 3, view })),
];

describe("the page's address", () => {
  it.each(routes)("keeps %j", (route) => {
    expect(routeOfHash(hashOfRoute(route))).toEqual(route);
  });

  it.each(["", "#", "#nowhere", "#workbench", "#workbench=0", "#workbench=-1", "#workbench=1e3", "#deals=4", "#memo=7x", "workbench=7"])(
    "opens the list of deals from %j",
    (hash) => expect(routeOfHash(hash)).toEqual({ screen: "deals" }),
  );

  it("opens the bid of a deal whose view it doesn't know", () => {
    expect(routeOfHash("#workbench=7/nowhere")).toEqual({ screen: "workbench", dealId: 7 });
    expect(routeOfHash("#memo=7/gaps")).toEqual({ screen: "memo", dealId: 7 });
  });
});
