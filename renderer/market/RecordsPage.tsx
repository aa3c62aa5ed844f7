import RestoreIcon from "@mui/icons-material/Restore";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MarketAverage, MarketDeal } from "../../shared/contract/market-channels.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { call, useCall } from "../desk/desk-client.ts";
import { useLeftDraft } from "../desk/kept-draft.ts";
import { showError, showUndoable, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useTableExport } from "../ui/exports/use-export.ts";
import { SearchInput } from "../ui/search/SearchInput.tsx";
import { leftOf } from "./left-record.ts";
import { MarketAverageDialog } from "./MarketAverageDialog.tsx";
import { MarketAveragesTable } from "./MarketAveragesTable.tsx";
import { MarketDealDialog } from "./MarketDealDialog.tsx";
import { MarketDealsTable } from "./MarketDealsTable.tsx";
import { matching } from "./market-search.ts";
import { marketTables } from "./market-tables.ts";
import { type Removal, RemoveRecordDialog } from "./RemoveRecordDialog.tsx";
import { TableSection } from "./TableSection.tsx";

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
  const found = useMemo(() => matching(averages, deals, search, language, t), [averages, deals, search, language, t]);
  const emptyText = search.trim() === "" ? undefined : t("market.noMatch");
  return { ...found, search, setSearch, emptyText };
}

interface RecordsPageProps {
  /** Undefined until they are read. */
  readonly deals: readonly MarketDeal[] | undefined;
  readonly averages: readonly MarketAverage[] | undefined;
}

const none: readonly never[] = [];

/** Published averages and reported deals, as they were entered. */
export function RecordsPage({ deals, averages }: RecordsPageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const unit = moneyUnitLabel(useMoneyUnit(), language);
  const found = useFound(averages ?? none, deals ?? none);
  const superseded = useMemo(() => new Set((deals ?? none).flatMap(({ facts }) => facts.supersedesId ?? [])), [deals]);
  const exporting = useTableExport(t("market.title"), () => marketTables(averages ?? none, deals ?? none, language, t));
  const [dealEdit, setDealEdit] = useState<MarketDeal | "new" | null>(null);
  const [averageEdit, setAverageEdit] = useState<MarketAverage | "new" | null>(null);
  const [removal, setRemoval] = useState<Removal | null>(null);
  useLeftDraft({ form: "marketDeal", dealId: null }, (left) => void call("market.deals").then((all) => setDealEdit(leftOf(all, left)), showError));
  useLeftDraft({ form: "marketAverage", dealId: null }, (left) => void call("market.averages").then((all) => setAverageEdit(leftOf(all, left)), showError));
  const edited = dealEdit === "new" ? null : dealEdit;
  return (
    <Box {...exporting.place} sx={{ p: 2, overflowY: "auto", flex: 1 }}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, mb: 2 }}>
        <SearchInput value={found.search} onChange={found.setSearch} label={t("market.search")} testId="market-search" width={240} />
        <ExportButton exporting={exporting} name={t("market.title")} testId="market-export" />
        <RestoreBuiltIns />
      </Box>
      <TableSection title={t("market.averages")} addText={t("market.addAverage")} onAdd={() => setAverageEdit("new")}>
        {averages && (
          <MarketAveragesTable
            averages={found.averages}
            emptyText={found.emptyText}
            onEdit={setAverageEdit}
            onRemove={(average) => setRemoval({ kind: "average", average })}
          />
        )}
      </TableSection>
      <TableSection title={t("exports.headWithUnit", { head: t("market.deals"), unit })} addText={t("market.addDeal")} onAdd={() => setDealEdit("new")}>
        {deals && (
          <MarketDealsTable
            deals={found.deals}
            superseded={superseded}
            emptyText={found.emptyText}
            onEdit={setDealEdit}
            onRemove={(deal) => setRemoval({ kind: "deal", deal })}
          />
        )}
      </TableSection>
      {dealEdit !== null && <MarketDealDialog deal={edited} others={(deals ?? none).filter(({ id }) => id !== edited?.id)} onClose={() => setDealEdit(null)} />}
      {averageEdit !== null && <MarketAverageDialog average={averageEdit === "new" ? null : averageEdit} onClose={() => setAverageEdit(null)} />}
      {removal && <RemoveRecordDialog removal={removal} onClose={() => setRemoval(null)} />}
    </Box>
  );
}
