import { useCommand } from "../desk/commands.ts";
import { call } from "../desk/desk-client.ts";
import { focusWhenThere } from "../desk/focus-when-there.ts";
import { changeLayout, closeDeal, useLayout } from "../desk/layout-store.ts";
import { useNavigationFold } from "../desk/navigation-fold.ts";
import { dealIdOf, goBack, goForward, navigate, type Route, useCanGoBack, useCanGoForward, useRoute } from "../desk/routes.ts";
import { showError, updateSettings, useLanguage, useSession } from "../desk/session-store.ts";
import { goToPane } from "./panes.ts";

/** Commands that are the window's own, whatever screen is open. */
export function useDeskCommands(): void {
  const language = useLanguage();
  const { isFolded, fold } = useNavigationFold();
  useScreenCommands();
  useCommand("goBack", goBack, useCanGoBack());
  useCommand("goForward", goForward, useCanGoForward());
  useCommand("foldNavigation", () => fold(!isFolded));
  useCommand("find", findHere);
  useCommand("nextPane", () => goToPane(1));
  useCommand("previousPane", () => goToPane(-1));
  useCommand("zoomIn", () => zoom("in"));
  useCommand("zoomOut", () => zoom("out"));
  useCommand("zoomReset", () => zoom("reset"));
  useCommand("switchLanguage", () => void updateSettings({ language: language === "zh" ? "en" : "zh" }));
  useCommand("openDataFolder", () => void call("app.showData").catch(showError));
  useCommand("openOtherDesk", () => void call("program.openOther").catch(showError));
  useCommand("showLog", () => void call("app.showLog").catch(showError));
}

/** The box that narrows what is on the screen. */
function findHere(): void {
  const box = [...document.querySelectorAll<HTMLInputElement>("main [data-search]")].find((one) => one.offsetParent !== null);
  box?.focus();
  box?.select();
}

const zoom = (step: "in" | "out" | "reset") => void call("app.zoom", { step }).catch(showError);

/** The screens, each with the same key whether a deal is open or not. */
function useScreenCommands(): void {
  const route = useRoute();
  const deal = useSession((state) => state.openDeal);
  const areFolded = useLayout((state) => state.areAssumptionsFolded);
  const go = (next: Route) => () => navigate(next);
  const toDeal =
    (screen: "tape" | "sheet" | "quality" | "debtors" | "diligence" | "workbench" | "bid" | "effect" | "strata" | "runs" | "memo" | "approval") => () =>
      deal !== null && navigate({ screen, dealId: deal.id });
  const hasPackage = deal?.package != null;
  useCommand("showDeals", go({ screen: "deals" }));
  useCommand("showCalendar", go({ screen: "calendar" }));
  useCommand("showMarket", go({ screen: "market" }));
  useCommand("showCompany", go({ screen: "company" }));
  useCommand("showAssumptions", go({ screen: "assumptions" }));
  useCommand("showSettings", go({ screen: "settings" }));
  useCommand("showDictionary", go({ screen: "dictionary" }));
  useCommand("showPeople", go({ screen: "people" }));
  useCommand("showSafekeeping", go({ screen: "safekeeping" }));
  useCommand("showHelp", go({ screen: "help" }));
  useCommand("showTape", toDeal("tape"), deal !== null);
  useCommand("showSheet", toDeal("sheet"), deal !== null);
  useCommand("showQuality", toDeal("quality"), hasPackage);
  useCommand("showDebtors", toDeal("debtors"), hasPackage);
  useCommand("showDiligence", toDeal("diligence"), hasPackage);
  useCommand("showWorkbench", toDeal("workbench"), hasPackage);
  useCommand("showBid", toDeal("bid"), hasPackage);
  useCommand("showEffect", toDeal("effect"), hasPackage);
  useCommand("showStrata", toDeal("strata"), hasPackage);
  useCommand("showRuns", toDeal("runs"), hasPackage);
  useCommand("showMemo", toDeal("memo"), hasPackage);
  useCommand("showApproval", toDeal("approval"), hasPackage);
  const toBid = () => {
    if (deal === null) return;
    navigate({ screen: "workbench", dealId: deal.id, view: "bid" });
    focusWhenThere('[data-testid="bid-price"]');
  };
  useCommand("toBid", toBid, hasPackage);
  useCommand("printMemo", toDeal("memo"), hasPackage && route.screen !== "memo");
  useCommand("saveMemoDocument", toDeal("memo"), hasPackage && route.screen !== "memo");
  useCommand("sealDossier", toDeal("runs"), hasPackage && route.screen !== "runs");
  useCommand("foldAssumptions", () => changeLayout({ areAssumptionsFolded: !areFolded }), route.screen === "workbench");
  const close = () => {
    closeDeal();
    if (dealIdOf(route) !== null) navigate({ screen: "deals" });
  };
  useCommand("closeDeal", close, deal !== null);
}
