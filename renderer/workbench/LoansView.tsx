import { useState } from "react";
import { navigate } from "../desk/routes.ts";
import { LoanTable } from "../loans/LoanTable.tsx";
import { useWorkbench } from "../model/use-workbench.ts";
import { TraceDrawer } from "../traces/TraceDrawer.tsx";

interface LoansViewProps {
  readonly dealId: number;
  /** Stands below the bid and can have the whole view. */
  readonly canEnlarge?: boolean;
}

/** The loans in the chosen case; each opens to how its recovery came about. */
export function LoansView({ dealId, canEnlarge = false }: LoansViewProps) {
  const caseName = useWorkbench((state) => state.caseName);
  const [openLoan, setOpenLoan] = useState<number | null>(null);
  return (
    <>
      <LoanTable dealId={dealId} onOpen={setOpenLoan} onEnlarge={canEnlarge ? () => navigate({ screen: "workbench", dealId, view: "loans" }) : null} />
      <TraceDrawer dealId={dealId} caseName={caseName} loanId={openLoan} onClose={() => setOpenLoan(null)} />
    </>
  );
}
