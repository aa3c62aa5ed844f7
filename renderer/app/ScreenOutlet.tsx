import LinearProgress from "@mui/material/LinearProgress";
import { lazy, Suspense } from "react";
import { DealsScreen } from "../deals/DealsScreen.tsx";
import { editDeal } from "../deals/deal-dialog-store.ts";
import type { Route } from "../desk/routes.ts";
import { HelpScreen } from "../help/HelpScreen.tsx";
import { MarketScreen } from "../market/MarketScreen.tsx";
import { SettingsScreen } from "../settings/SettingsScreen.tsx";

const TapeImportScreen = lazy(() => import("../tapes/TapeImportScreen.tsx").then((module) => ({ default: module.TapeImportScreen })));
const SheetScreen = lazy(() => import("../sheet/SheetScreen.tsx").then((module) => ({ default: module.SheetScreen })));
const DebtorScreen = lazy(() => import("../debtors/DebtorScreen.tsx").then((module) => ({ default: module.DebtorScreen })));
const DiligenceScreen = lazy(() => import("../diligence/DiligenceScreen.tsx").then((module) => ({ default: module.DiligenceScreen })));
const QualityScreen = lazy(() => import("../quality/QualityScreen.tsx").then((module) => ({ default: module.QualityScreen })));
const WorkbenchScreen = lazy(() => import("../workbench/WorkbenchScreen.tsx").then((module) => ({ default: module.WorkbenchScreen })));
const BidScreen = lazy(() => import("../bids/BidScreen.tsx").then((module) => ({ default: module.BidScreen })));
const EffectScreen = lazy(() => import("../effect/EffectScreen.tsx").then((module) => ({ default: module.EffectScreen })));
const CalendarScreen = lazy(() => import("../calendar/CalendarScreen.tsx").then((module) => ({ default: module.CalendarScreen })));
const CompanyScreen = lazy(() => import("../company/CompanyScreen.tsx").then((module) => ({ default: module.CompanyScreen })));
const DictionaryScreen = lazy(() => import("../dictionary/DictionaryScreen.tsx").then((module) => ({ default: module.DictionaryScreen })));
const ApprovalScreen = lazy(() => import("../approvals/ApprovalScreen.tsx").then((module) => ({ default: module.ApprovalScreen })));
const PeopleScreen = lazy(() => import("../people/PeopleScreen.tsx").then((module) => ({ default: module.PeopleScreen })));
const SafekeepingScreen = lazy(() => import("../safekeeping/SafekeepingScreen.tsx").then((module) => ({ default: module.SafekeepingScreen })));
const AssumptionsScreen = lazy(() => import("../assumptions/AssumptionsScreen.tsx").then((module) => ({ default: module.AssumptionsScreen })));
const StrataScreen = lazy(() => import("../strata/StrataScreen.tsx").then((module) => ({ default: module.StrataScreen })));
const RunsScreen = lazy(() => import("../runs/RunsScreen.tsx").then((module) => ({ default: module.RunsScreen })));
const MemoScreen = lazy(() => import("../memos/MemoScreen.tsx").then((module) => ({ default: module.MemoScreen })));

function screenOf(route: Route) {
  switch (route.screen) {
    case "deals":
      return <DealsScreen />;
    case "tape":
      return <TapeImportScreen key={route.dealId} dealId={route.dealId} />;
    case "sheet":
      return <SheetScreen key={route.dealId} dealId={route.dealId} />;
    case "debtors":
      return <DebtorScreen key={route.dealId} dealId={route.dealId} />;
    case "diligence":
      return <DiligenceScreen key={route.dealId} dealId={route.dealId} />;
    case "quality":
      return <QualityScreen key={route.dealId} dealId={route.dealId} />;
    case "workbench":
      return <WorkbenchScreen key={route.dealId} dealId={route.dealId} />;
    case "bid":
      return <BidScreen key={route.dealId} dealId={route.dealId} />;
    case "effect":
      return <EffectScreen key={route.dealId} dealId={route.dealId} />;
    case "strata":
      return <StrataScreen key={route.dealId} dealId={route.dealId} />;
    case "runs":
      return <RunsScreen key={route.dealId} dealId={route.dealId} />;
    case "memo":
      return <MemoScreen key={route.dealId} dealId={route.dealId} />;
    case "approval":
      return <ApprovalScreen key={route.dealId} dealId={route.dealId} />;
    case "calendar":
      return <CalendarScreen onEditDeal={editDeal} />;
    case "market":
      return <MarketScreen />;
    case "company":
      return <CompanyScreen />;
    case "assumptions":
      return <AssumptionsScreen />;
    case "help":
      return <HelpScreen />;
    case "dictionary":
      return <DictionaryScreen />;
    case "safekeeping":
      return <SafekeepingScreen />;
    case "people":
      return <PeopleScreen />;
    case "settings":
      return <SettingsScreen />;
  }
}

/** The screen of the route. Heavy screens are loaded when first opened. */
export function ScreenOutlet({ route }: { readonly route: Route }) {
  return <Suspense fallback={<LinearProgress />}>{screenOf(route)}</Suspense>;
}
