import Add from "@mui/icons-material/Add";
import RestoreIcon from "@mui/icons-material/Restore";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MarketAverage, MarketDeal } from "../../shared/contract/market-channels.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { call, useCall } from "../desk/desk-client.ts";
import { useLeftDraft } from "../desk/kept-draft.ts";
import { showError, showUndoable, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useTableExport } from "../ui/exports/use-export.ts";
import { PageHeader } from "../ui/PageHeader.tsx";
import { SearchInput } from "../ui/search/SearchInput.tsx";
import { MarketAverageDialog } from "./MarketAverageDialog.tsx";
import { MarketAveragesTable } from "./MarketAveragesTable.tsx";
import { MarketDealDialog } from "./MarketDealDialog.tsx";
import { MarketDealsTable } from "./MarketDealsTable.tsx";
import { matching } from "./market-search.ts";
import { marketTables } from "./market-tables.ts";

interface TableSectionProps {
  readonly title: string;
  readonly addText: string;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

function TableSection({ title, addText, onAdd, children }: TableSectionProps) {
  return (
    <Box component="section" sx={{ mb: 3 }}>
      <Stack direction="row" sx={{ alignItems: "center", mb: 1 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {title}
        </Typography>
        <Button variant="outlined" startIcon={<Add />} onClick={onAdd}>
          {addText}
        </Button>
      </Stack>
      <Box sx={{ border: 1, borderColor: "divider", borderRadius: 1, overflow: "auto" }}>{children}</Box>
    </Box>
  );
}

type Removal = { readonly kind: "deal"; readonly deal: MarketDeal } | { readonly kind: "average"; readonly average: MarketAverage };

function RemoveDialog({ removal, onClose }: { readonly removal: Removal; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const text =
    removal.kind === "deal"
      ? t("market.removeDealText", { buyer: removal.deal.buyer, seller: removal.deal.seller, reportedOn: removal.deal.reportedOn })
      : t("market.removeAverageText", { kind: t(`code.dealKind.${removal.average.dealKind}`), period: removal.average.period });
  const remove = async () => {
    await (removal.kind === "deal" ? call("market.removeDeal", { id: removal.deal.id }) : call("market.removeAverage", { id: removal.average.id }));
    await showUndoable(t("market.removed"), { area: "market" });
  };
  return <ConfirmDialog title={t("market.removeTitle")} text={text} confirmText={t("common.remove")} act={remove} onClose={onClose} />;
}

/** The record that was being edited when the screen was left; null where it is gone. */
const leftOf = <R extends { readonly id: number }>(records: readonly R[], left: number | null): R | "new" | null =>
  left === null ? "new" : (records.find(({ id }) => id === left) ?? null);

/** Brings back what the app brought and the desk removed or changed. */
function RestoreBuiltIns() {
  const { t } = useTranslation();
  const count = useCall("market.missingBuiltIns", undefined).data?.count ?? 0;
  if (count === 0) return null;
  const restore = () => call("market.restoreBuiltIns").then(() => showUndoable(t("market.builtInsRestored", { shown: count }), { area: "market" }));
  return (
    <Button variant="outlined" startIcon={<RestoreIcon />} onClick={() => void restore().catch(showError)} data-testid="restore-built-ins">
      {t("market.restoreBuiltIns", { shown: count })}
    </Button>
  );
}

/** The records that the search leaves, and what is said where it leaves none. */
function useFound(averages: readonly MarketAverage[], deals: readonly MarketDeal[]) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [search, setSearch] = useState("");
  const found = matching(averages, deals, search, language, t);
  const emptyText = search.trim() === "" ? undefined : t("market.noMatch");
  return { ...found, search, setSearch, emptyText };
}

/** What others paid: published averages and reported deals. */
export function MarketScreen() {
  const { t } = useTranslation();
  const deals = useCall("market.deals", undefined);
  const averages = useCall("market.averages", undefined);
  const language = useLanguage();
  const unit = moneyUnitLabel(useMoneyUnit(), language);
  const found = useFound(averages.data ?? [], deals.data ?? []);
  const exporting = useTableExport(t("market.title"), () => marketTables(averages.data ?? [], deals.data ?? [], language, t));
  const [dealEdit, setDealEdit] = useState<MarketDeal | "new" | null>(null);
  const [averageEdit, setAverageEdit] = useState<MarketAverage | "new" | null>(null);
  const [removal, setRemoval] = useState<Removal | null>(null);
  useLeftDraft({ form: "marketDeal", dealId: null }, (left) => void call("market.deals").then((all) => setDealEdit(leftOf(all, left)), showError));
  useLeftDraft({ form: "marketAverage", dealId: null }, (left) => void call("market.averages").then((all) => setAverageEdit(leftOf(all, left)), showError));
  return (
    <>
      <PageHeader title={t("market.title")} subtitle={t("market.subtitle")}>
        <SearchInput value={found.search} onChange={found.setSearch} label={t("market.search")} testId="market-search" width={240} />
        <ExportButton exporting={exporting} name={t("market.title")} testId="market-export" />
        <RestoreBuiltIns />
      </PageHeader>
      <Box {...exporting.place} sx={{ p: 2, overflowY: "auto", flex: 1 }}>
        <ErrorAlert error={deals.error} onRetry={deals.reload} />
        <ErrorAlert error={averages.error} onRetry={averages.reload} />
        <TableSection title={t("market.averages")} addText={t("market.addAverage")} onAdd={() => setAverageEdit("new")}>
          {averages.data && (
            <MarketAveragesTable
              averages={found.averages}
              emptyText={found.emptyText}
              onEdit={setAverageEdit}
              onRemove={(average) => setRemoval({ kind: "average", average })}
            />
          )}
        </TableSection>
        <TableSection title={t("exports.headWithUnit", { head: t("market.deals"), unit })} addText={t("market.addDeal")} onAdd={() => setDealEdit("new")}>
          {deals.data && (
            <MarketDealsTable deals={found.deals} emptyText={found.emptyText} onEdit={setDealEdit} onRemove={(deal) => setRemoval({ kind: "deal", deal })} />
          )}
        </TableSection>
      </Box>
      {dealEdit !== null && <MarketDealDialog deal={dealEdit === "new" ? null : dealEdit} onClose={() => setDealEdit(null)} />}
      {averageEdit !== null && <MarketAverageDialog average={averageEdit === "new" ? null : averageEdit} onClose={() => setAverageEdit(null)} />}
      {removal && <RemoveDialog removal={removal} onClose={() => setRemoval(null)} />}
    </>
  );
}
