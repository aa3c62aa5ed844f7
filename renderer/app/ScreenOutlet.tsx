import LinearProgress from "@mui/material/LinearProgress";
import { lazy, Suspense } from "react";
import { DealsScreen } from "../deals/DealsScreen.tsx";
import type { Route } from "../desk/routes.ts";
import { HelpScreen } from "../help/HelpScreen.tsx";
import { MarketScreen } from "../market/MarketScreen.tsx";
import { SettingsScreen } from "../settings/SettingsScreen.tsx";

const TapeImportScreen = lazy(() => import("../tapes/TapeImportScreen.tsx").then((module) => ({ default: module.TapeImportScreen })));
const WorkbenchScreen = lazy(() => import("../workbench/WorkbenchScreen.tsx").then((module) => ({ default: module.WorkbenchScreen })));
const AssumptionsScreen = lazy(() => import("../assumptions/AssumptionsScreen.tsx").then((module) => ({ default: module.AssumptionsScreen })));
const RunsScreen = lazy(() => import("../runs/RunsScreen.tsx").then((module) => ({ default: module.RunsScreen })));
const MemoScreen = lazy(() => import("../memos/MemoScreen.tsx").then((module) => ({ default: module.MemoScreen })));

function screenOf(route: Route) {
  switch (route.screen) {
    case "deals":
      return <DealsScreen />;
    case "tape":
      return <TapeImportScreen key={route.dealId} dealId={route.dealId} />;
    case "workbench":
      return <WorkbenchScreen key={route.dealId} dealId={route.dealId} />;
    case "runs":
      return <RunsScreen key={route.dealId} dealId={route.dealId} />;
    case "memo":
      return <MemoScreen key={route.dealId} dealId={route.dealId} />;
    case "market":
      return <MarketScreen />;
    case "assumptions":
      return <AssumptionsScreen />;
    case "help":
      return <HelpScreen />;
    case "settings":
      return <SettingsScreen />;
  }
}

/** The screen of the route. Heavy screens are loaded when first opened. */
export function ScreenOutlet({ route }: { readonly route: Route }) {
  return <Suspense fallback={<LinearProgress />}>{screenOf(route)}</Suspense>;
}
