import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { CallFailure } from "../desk/desk-client.ts";
import { useDealWorkbench, useWorkbench, WorkbenchProvider } from "../model/use-workbench.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { FilterChips } from "./FilterChips.tsx";
import { NoSheet } from "./NoSheet.tsx";
import { SheetBar } from "./SheetBar.tsx";
import { SheetBid } from "./SheetBid.tsx";
import { SheetGrid } from "./SheetGrid.tsx";
import { useSheetLook } from "./sheet-store.ts";
import { useSheetBid } from "./use-sheet-bid.ts";
import { useTargetList } from "./use-sheet-target.ts";

/** The tape of a deal as a sheet that takes typing; each edit is priced at once. */
export function SheetScreen({ dealId }: { readonly dealId: number }) {
  const store = useDealWorkbench(dealId);
  const { editMs, reprice } = useSheetBid(store);
  useTargetList(dealId);
  return (
    <WorkbenchProvider value={store}>
      <Sheet dealId={dealId} editMs={editMs} onEdited={reprice} />
    </WorkbenchProvider>
  );
}

interface SheetProps {
  readonly dealId: number;
  readonly editMs: number | null;
  readonly onEdited: (startedAt?: number) => void;
}

function Sheet({ dealId, editMs, onEdited }: SheetProps) {
  const { t } = useTranslation();
  const list = useSheetLook(dealId, (look) => look.list);
  const failure = useWorkbench((state) => state.failure);
  const reprice = useWorkbench((state) => state.reprice);
  if (failure instanceof CallFailure && failure.code === "deal.noTape") return <NoSheet dealId={dealId} onStarted={onEdited} />;
  return (
    <Box
      data-pane
      aria-label={t("tapeSheet.title")}
      role="region"
      sx={{ display: "flex", flexDirection: "column", flex: 1, height: "100%", minHeight: 0, minWidth: 0, bgcolor: "background.paper" }}
    >
      <SheetBid dealId={dealId} editMs={editMs} />
      <ErrorAlert error={failure} onRetry={() => void reprice()} />
      <SheetBar dealId={dealId} list={list} />
      <FilterChips dealId={dealId} list={list} />
      <SheetGrid key={list} dealId={dealId} list={list} onEdited={onEdited} />
    </Box>
  );
}
