import { ChartsView } from "../charts/ChartsView.tsx";
import type { WorkbenchView } from "../desk/routes.ts";
import { FinancingView } from "../financing/FinancingView.tsx";
import { ScenariosView } from "../scenarios/ScenariosView.tsx";
import { GapsView } from "../sensitivity/GapsView.tsx";
import { SensitivityView } from "../sensitivity/SensitivityView.tsx";
import { SimulationView } from "../simulations/SimulationView.tsx";
import { LoansView } from "./LoansView.tsx";

interface AnalysisViewProps {
  readonly dealId: number;
  readonly view: Exclude<WorkbenchView, "bid">;
}

/** What a view beside the bid shows; each reads the workbench's store. */
export function AnalysisView({ dealId, view }: AnalysisViewProps) {
  switch (view) {
    case "loans":
      return <LoansView dealId={dealId} />;
    case "charts":
      return <ChartsView dealId={dealId} />;
    case "scenarios":
      return <ScenariosView dealId={dealId} />;
    case "sensitivity":
      return <SensitivityView dealId={dealId} />;
    case "simulation":
      return <SimulationView dealId={dealId} />;
    case "financing":
      return <FinancingView />;
    case "gaps":
      return <GapsView dealId={dealId} />;
  }
}
