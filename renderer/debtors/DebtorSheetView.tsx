import Box from "@mui/material/Box";
import { useCallback, useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChangedLines, DebtorRow } from "../../shared/contract/debtor-channels.ts";
import { useLeftDraft } from "../desk/kept-draft.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { TraceDrawer } from "../traces/TraceDrawer.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { NoMatch } from "../ui/search/NoMatch.tsx";
import { DebtorDrawer } from "./DebtorDrawer.tsx";
import { DebtorGrid } from "./DebtorGrid.tsx";
import { DebtorHead } from "./DebtorHead.tsx";
import { DebtorNotes } from "./DebtorNotes.tsx";
import { DebtorTotalsText } from "./DebtorTotalsText.tsx";
import { changeDebtorLook, useDebtorLook } from "./debtor-view-store.ts";
import { EstimateDialog } from "./EstimateDialog.tsx";
import { GroupDialog } from "./GroupDialog.tsx";
import { PrintedDebtors } from "./PrintedDebtors.tsx";
import { useDebtorExport } from "./use-debtor-export.ts";
import { useDebtorPages } from "./use-debtor-pages.ts";
import { useDebtorPrint } from "./use-debtor-print.ts";
import { useLeftLine } from "./use-left-line.ts";

interface DebtorSheetViewProps {
  readonly dealId: number;
  /** An archived deal. */
  readonly isReadOnly: boolean;
}

/** The sheet with its head and notes; a debtor opens beside it, its line is typed in its cells or whole in a dialog. */
export function DebtorSheetView({ dealId, isReadOnly }: DebtorSheetViewProps) {
  const { t } = useTranslation();
  const { isRevealed, ...look } = useDebtorLook(dealId);
  const search = useDeferredValue(look.search.trim());
  const { caseName, answers, reprice } = useWorkbench((state) => state);
  const [edits, setEdits] = useState(0);
  const shownView = { ...look, search };
  const { sheet, isAnswered, failure, rowAt, show, need } = useDebtorPages({ dealId, view: shownView, state: answers === 0 ? 0 : answers + edits });
  const exporting = useDebtorExport(dealId, shownView, isRevealed);
  const printing = useDebtorPrint(dealId, shownView, isRevealed);
  const [opened, setOpened] = useState<number | null>(null);
  const [traced, setTraced] = useState<number | null>(null);
  const [edited, setEdited] = useState<DebtorRow | null>(null);
  const [grouped, setGrouped] = useState<readonly DebtorRow[]>([]);
  const leftLine = useLeftLine(dealId, isReadOnly || answers === 0, setEdited);
  useLeftDraft({ form: "debtor", dealId }, leftLine);
  const onSaved = useCallback(
    ({ isPriced }: ChangedLines) => {
      setEdits((count) => count + 1);
      if (isPriced) void reprice();
    },
    [reprice],
  );
  const isNothingFound = isAnswered && sheet?.total === 0;
  return (
    <Box
      component="section"
      aria-label={t("debtors.title")}
      {...exporting.place}
      sx={{ display: "flex", flexDirection: "column", flex: 1, minHeight: 0, minWidth: 0 }}
    >
      <DebtorHead dealId={dealId} sheet={sheet} exporting={exporting} printing={printing} />
      <ErrorAlert error={failure} />
      <Box data-testid="debtor-table" sx={{ flex: 1, minHeight: 0, borderTop: 1, borderColor: "divider", position: "relative" }}>
        {isNothingFound ? (
          <NoMatch text={t("debtors.noMatch")} onClear={() => changeDebtorLook(dealId, { search: "", filter: "all", groupName: null })} />
        ) : (
          <DebtorGrid
            dealId={dealId}
            sheet={sheet}
            view={shownView}
            rowAt={rowAt}
            onShow={show}
            onNeed={need}
            onSort={(sort) => changeDebtorLook(dealId, sort)}
            isRevealed={isRevealed}
            onSaved={isReadOnly ? null : onSaved}
            onOpen={({ loanId }) => setOpened(loanId)}
            onEdit={isReadOnly ? null : setEdited}
            onGroup={isReadOnly ? null : setGrouped}
          />
        )}
      </Box>
      <DebtorTotalsText sheet={sheet} />
      <DebtorNotes sheet={sheet} />
      {printing.paper === null ? null : <PrintedDebtors {...printing.paper} />}
      <DebtorDrawer
        dealId={dealId}
        caseName={caseName}
        loanId={opened}
        isRevealed={isRevealed}
        onClose={() => setOpened(null)}
        onTrace={setTraced}
        onEdit={isReadOnly ? null : setEdited}
      />
      <TraceDrawer dealId={dealId} caseName={caseName} loanId={traced} onClose={() => setTraced(null)} />
      {edited === null ? null : <EstimateDialog dealId={dealId} row={edited} onSaved={onSaved} onClose={() => setEdited(null)} />}
      {grouped.length === 0 ? null : <GroupDialog dealId={dealId} rows={grouped} onSaved={onSaved} onClose={() => setGrouped([])} />}
    </Box>
  );
}
