import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { mostVersionRows, type VersionFilter, type VersionPair, type VersionSummary } from "../../shared/contract/version-channels.ts";
import type { ChoiceSide } from "../../shared/domain/tape-versions.ts";
import { formatNumber } from "../../shared/format.ts";
import { call, useCall } from "../desk/desk-client.ts";
import { showError, showNotice, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useListExport } from "../ui/exports/use-export.ts";
import { Pager } from "../ui/Pager.tsx";
import { SearchInput } from "../ui/search/SearchInput.tsx";
import { ChangeRows } from "./ChangeRows.tsx";
import { DoubtRows } from "./DoubtRows.tsx";
import { EditRows } from "./EditRows.tsx";
import { FieldFilter } from "./FieldFilter.tsx";
import { LoanRows } from "./LoanRows.tsx";

interface VersionRowListProps {
  readonly dealId: number;
  readonly pair: VersionPair;
  readonly isWaiting: boolean;
  readonly summary: VersionSummary;
  readonly filter: VersionFilter;
  readonly onFilter: (change: Partial<Omit<VersionFilter, "list">>) => void;
  readonly onDecide: () => void;
}

const rowsPerPage = 100;

/** One of the lists of a comparison: narrowed by field and search, in pages, to be saved as a file. */
export function VersionRowList({ dealId, pair, isWaiting, summary, filter, onFilter, onDecide }: VersionRowListProps) {
  const { t } = useTranslation();
  const [language, unit] = [useLanguage(), useMoneyUnit()];
  const [page, setPage] = useState(0);
  const limit = Math.min(rowsPerPage, mostVersionRows);
  const { data, error, reload } = useCall("versions.rows", { dealId, ...pair, filter, offset: page * limit, limit });
  const name = t(`versions.lists.${filter.list}`);
  const exporting = useListExport(name, (fileName) => call("versions.export", { dealId, ...pair, filter, language, unit, fileName }));
  const narrow = (change: Partial<Omit<VersionFilter, "list">>) => {
    setPage(0);
    onFilter(change);
  };
  const chooseAll = async (takes: ChoiceSide) => {
    onDecide();
    try {
      const { chosen } = await call("versions.choose", { dealId, ...pair, rows: null, takes });
      showNotice(t("versions.allChosen", { count: formatNumber(chosen) }));
    } catch (failure) {
      showError(failure);
    }
  };
  const rows = data?.rows ?? [];
  const shared = { dealId, pair, isWaiting, onDecide };
  return (
    <Box {...exporting.place} sx={{ pb: 1 }} data-testid={`version-rows-${filter.list}`}>
      <Box sx={{ px: 1, py: 0.75, display: "flex", gap: 1, alignItems: "center", flexWrap: "wrap" }}>
        {filter.list === "changed" ? <FieldFilter fields={summary.fields} value={filter.field} onChange={(field) => narrow({ field })} /> : null}
        <SearchInput value={filter.search} onChange={(search) => narrow({ search })} label={t("versions.search")} testId="version-search" width={220} />
        {filter.list === "edits" && isWaiting && summary.openConflicts > 0 ? (
          <>
            <Button size="small" onClick={() => void chooseAll("desk")} data-testid="all-desk">
              {t("versions.allDesk")}
            </Button>
            <Button size="small" onClick={() => void chooseAll("seller")} data-testid="all-seller">
              {t("versions.allSeller")}
            </Button>
          </>
        ) : null}
        <Box sx={{ ml: "auto" }}>
          <ExportButton exporting={exporting} name={name} testId="version-export" disabled={rows.length === 0} />
        </Box>
      </Box>
      <ErrorAlert error={error} onRetry={reload} />
      {data !== undefined && rows.length === 0 ? (
        <Typography variant="body2" color="textSecondary" sx={{ px: 1 }}>
          {t("versions.nothing")}
        </Typography>
      ) : (
        <Box sx={{ overflow: "auto", maxHeight: 520 }}>
          {filter.list === "changed" ? <ChangeRows rows={rows} /> : null}
          {filter.list === "added" || filter.list === "dropped" ? <LoanRows rows={rows} name={name} /> : null}
          {filter.list === "doubtful" ? <DoubtRows rows={rows} {...shared} /> : null}
          {filter.list === "edits" ? <EditRows rows={rows} {...shared} /> : null}
        </Box>
      )}
      <Pager count={data?.total ?? 0} size={limit} page={page} onPage={setPage} />
    </Box>
  );
}
