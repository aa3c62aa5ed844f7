import { describe, expect, it } from "vitest";
import {
  bidPages,
  companyPages,
  goBack,
  goForward,
  hashOfRoute,
  navigate,
  type Route,
  routeOfHash,
  screenNow,
  workbenchViews,
} from "../../../../renderer/desk/routes.ts";

const routes: Route[] = [
  ...(["deals", "market", "company", "assumptions", "help", "settings"] as const).map((screen) => ({ screen })),
  ...(["tape", "workbench", "effect", "memo"] as const).map((screen) => ({ screen, dealId: 12 })),
  ...workbenchViews.map((view) => ({ screen: "workbench" as const, dealId: 3, view })),
  ...companyPages.map((view) => ({ screen: "company" as const, view })),
  ...bidPages.map((view) => ({ screen: "bid" as const, dealId: 3, view })),
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

describe("the way back", () => {
  const step = (move: () => void) => {
    move();
    return screenNow();
  };

  it("goes screen by screen, and forward again until another way is taken", () => {
    for (const screen of ["market", "market", "assumptions", "help"] as const) navigate({ screen });
    expect([goBack, goBack, goForward].map(step)).toEqual(["assumptions", "market", "assumptions"]);
    navigate({ screen: "settings" });
    expect([goForward, goBack, goBack].map(step)).toEqual(["settings", "assumptions", "market"]);
  });

  it("has views as steps of their own, and ends at the first screen", () => {
    navigate({ screen: "workbench", dealId: 3, view: "bid" });
    navigate({ screen: "workbench", dealId: 3, view: "loans" });
    navigate({ screen: "strata", dealId: 3 });
    expect([goBack, goBack, goBack].map(step)).toEqual(["workbench", "workbench", "market"]);
    for (let more = 0; more < 10; more += 1) goBack();
    expect(screenNow()).toBe("deals");
    // The view that was left is the one that opens again, whichever way it was left.
    navigate({ screen: "workbench", dealId: 3 });
    goBack();
    goForward();
    expect(screenNow()).toBe("workbench");
  });
});
