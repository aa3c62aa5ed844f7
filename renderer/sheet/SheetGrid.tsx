import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { runCommand } from "../desk/commands.ts";
import { showError } from "../desk/session-store.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { TypingGrid, type TypingGridHandle } from "../ui/grid/TypingGrid.tsx";
import { useColumnDrags } from "../ui/grid/use-column-drags.ts";
import { useGridSelection } from "../ui/grid/use-grid-selection.ts";
import { NoMatch } from "../ui/search/NoMatch.tsx";
import { FindBar } from "./FindBar.tsx";
import { RefusalNote } from "./RefusalNote.tsx";
import { placeOfRow } from "./rows-of-range.ts";
import { SheetPaneHost } from "./SheetPaneHost.tsx";
import { frozenColumns, sheetLooks } from "./sheet-columns.ts";
import { useSheetPanes } from "./sheet-panes.ts";
import { changeSheetView, useSheetLook } from "./sheet-store.ts";
import { useCellHint } from "./use-cell-hint.ts";
import { useCellWriting } from "./use-cell-writing.ts";
import { useSelectedFigures } from "./use-selected-figures.ts";
import { useSheetCells } from "./use-sheet-cells.ts";
import { layoutTableOf, useSheetHeads, useShownLooks } from "./use-sheet-columns.ts";
import { useSheetDeeds } from "./use-sheet-deeds.ts";
import { useSheetEdits } from "./use-sheet-edits.ts";
import { sortedByHead, useSheetMenu } from "./use-sheet-menu.ts";
import { useSheetRows } from "./use-sheet-rows.ts";
import { useTargetRow } from "./use-sheet-target.ts";
import { WritingQuestionDialog } from "./WritingQuestionDialog.tsx";

interface SheetGridProps {
  readonly dealId: number;
  readonly list: SheetList;
  /** Prices the package again. */
  readonly onEdited: (startedAt?: number) => void;
}

/** The rows of one list, to be read and typed into. */
export function SheetGrid({ dealId, list, onEdited }: SheetGridProps) {
  const { t } = useTranslation();
  const view = useSheetLook(dealId, (look) => look.views[list]);
  const query = useMemo(() => ({ dealId, list, view }), [dealId, list, view]);
  const { shownQuery, total, failure, isWaiting, rowAt, show, reread } = useSheetRows(query);
  const columns = useShownLooks(list);
  const all = useMemo(() => sheetLooks[list].map(({ key }) => key), [list]);
  const { dragged, ...drags } = useColumnDrags({ table: layoutTableOf[list], all, shown: columns, frozen: 1 });
  const gridColumns = useSheetHeads(list, columns, shownQuery?.view ?? view, dragged);
  const cellAt = useSheetCells({ dealId, list, columns, rowAt });
  const selected = useGridSelection();
  const isFinding = useSheetPanes((state) => state.isFinding);
  const grid = useRef<TypingGridHandle>(null);
  const edits = useSheetEdits({ dealId, list, reread, onEdited });
  const writing = useCellWriting({ columns, query: shownQuery, total, rowAt, edits });
  const { deeds, copy } = useSheetDeeds({ dealId, columns, query: shownQuery, rowAt, range: selected.range, edits, writing });
  const onMenu = useSheetMenu({ dealId, columns, query: shownQuery, rowAt, selected, edits, writing, copy, grid });
  const { hint, onHover } = useCellHint({ dealId, list, columns, gridColumns, cellAt, rowAt });
  useSelectedFigures({ columns, query: shownQuery, range: selected.range, reading: rowAt });
  const goToRow = async (rowId: number) => {
    const row = await placeOfRow(query, rowId);
    if (row !== null) afterPaint(() => grid.current?.goTo(row));
  };
  useTargetRow({ dealId, list, isReady: !isWaiting && total > 0, goToRow });
  const isNarrowed = view.filters.length > 0 || view.search.trim() !== "";
  const isNothingFound = !isWaiting && total === 0 && isNarrowed;
  const isEmpty = !isWaiting && total === 0 && !isNarrowed && failure === null;
  return (
    <>
      {isFinding ? <FindBar query={shownQuery} columns={columns} rowAt={rowAt} selected={selected} edits={edits} grid={grid} /> : null}
      <RefusalNote dealId={dealId} list={list} />
      <ErrorAlert error={failure} onRetry={() => void reread()} />
      <Box
        component="section"
        aria-label={t(`tapeSheet.list.${list}`)}
        data-testid="sheet-grid"
        data-waiting={isWaiting || writing.isWriting}
        sx={{ flex: 1, minHeight: 0, borderTop: 1, borderColor: "divider", position: "relative" }}
      >
        {isWaiting || writing.isWriting ? (
          <LinearProgress aria-label={t("tapeSheet.reading")} sx={{ position: "absolute", top: 0, left: 0, right: 0, zIndex: 1 }} />
        ) : null}
        {isEmpty ? (
          <EmptyState title={t(`tapeSheet.empty.${list}`)}>
            <Button variant="outlined" onClick={() => runCommand("addSheetRow")} data-testid="add-first-row">
              {t(`tapeSheet.add.${list}`)}
            </Button>
          </EmptyState>
        ) : isNothingFound ? (
          <NoMatch text={t("tapeSheet.noRowMatches")} onClear={() => changeSheetView(dealId, { filters: [], search: "" })} />
        ) : (
          <TypingGrid
            label={t(`tapeSheet.list.${list}`)}
            columns={gridColumns}
            rows={total}
            frozen={Math.min(frozenColumns, columns.length)}
            cellAt={cellAt}
            deeds={deeds}
            selected={selected}
            drags={drags}
            onShow={show}
            onHead={(index) => {
              const column = columns[index];
              if (column !== undefined && !column.isOfLoan) changeSheetView(dealId, { sort: sortedByHead(view.sort, column) });
            }}
            onHover={onHover}
            hint={hint}
            onMenu={onMenu}
            handle={grid}
          />
        )}
      </Box>
      <WritingQuestionDialog writing={writing} />
      <SheetPaneHost dealId={dealId} list={list} edits={edits} onAdded={(rowId) => void goToRow(rowId).catch(showError)} />
    </>
  );
}
