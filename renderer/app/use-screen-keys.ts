import { useEffect } from "react";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { navigate, type Route, useRoute } from "../desk/routes.ts";
import { useSession } from "../desk/session-store.ts";

/** Screens that can be reached now, in the order of the navigation. */
function reachableRoutes(deal: Deal | null): Route[] {
  const steps: Route[] = deal ? [{ screen: "tape", dealId: deal.id }] : [];
  if (deal?.package) steps.push({ screen: "workbench", dealId: deal.id }, { screen: "runs", dealId: deal.id }, { screen: "memo", dealId: deal.id });
  return [{ screen: "deals" }, ...steps, { screen: "market" }, { screen: "assumptions" }, { screen: "help" }, { screen: "settings" }];
}

/** Alt + digit goes to the screen at that place of the navigation. */
export function useScreenKeys(): void {
  const deal = useSession((state) => state.openDeal);
  const route = useRoute();
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      if (document.querySelector('[role="dialog"]')) return;
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      const target = digit === undefined ? undefined : reachableRoutes(deal)[Number(digit) - 1];
      if (!target) return;
      event.preventDefault();
      navigate(target);
    };
    window.addEventListener("keydown", go);
    return () => window.removeEventListener("keydown", go);
  }, [deal, route]);
}
