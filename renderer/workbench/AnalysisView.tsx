import type { WorkbenchView } from "../desk/routes.ts";
import { FinancingView } from "../financing/FinancingView.tsx";
import { ScenariosView } from "../scenarios/ScenariosView.tsx";
import { GapsView } from "../sensitivity/GapsView.tsx";
import { SensitivityView } from "../sensitivity/SensitivityView.tsx";
import { SimulationView } from "../simulations/SimulationView.tsx";

/** Views of the workbench beside the assumptions; the first is where the bid is made. */

interface AnalysisViewProps {
  readonly dealId: number;
  readonly view: Exclude<WorkbenchView, "bid">;
}

/** The analysis that a view shows; each reads the workbench's store. */
export function AnalysisView({ dealId, view }: AnalysisViewProps) {
  switch (view) {
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
