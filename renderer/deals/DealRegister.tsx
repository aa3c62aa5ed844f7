import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { changeColumns, changeRegister, useLayout } from "../desk/layout-store.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useTableExport } from "../ui/exports/use-export.ts";
import { NoMatch } from "../ui/search/NoMatch.tsx";
import { ColumnChooser } from "../ui/tables/ColumnChooser.tsx";
import { DealFilterBar } from "./DealFilterBar.tsx";
import { DealsGrid, useDealColumns } from "./DealsGrid.tsx";
import type { DealCommands } from "./deal-commands.ts";
import { type DealFilters, filterDeals, noFilters } from "./deal-filters.ts";
import { registerTables } from "./register-tables.ts";

interface DealRegisterProps {
  /** Undefined while they are read. */
  readonly deals: readonly Deal[] | undefined;
  readonly archived: boolean;
  readonly onArchivedChange: (archived: boolean) => void;
  readonly loading: boolean;
  readonly commands: DealCommands;
}

/** The deals that the filters let through. */
export function DealRegister({ deals, archived, onArchivedChange, loading, commands }: DealRegisterProps) {
  const { t } = useTranslation();
  const { sort: _sort, archived: _archived, ...filters } = useLayout((state) => state.register);
  const setFilters = (next: DealFilters) => changeRegister(next);
  const shown = filterDeals(deals ?? [], filters);
  const exporting = useTableExport(t("deals.title"), () => registerTables(shown, t));
  return (
    <>
      <DealFilterBar
        filters={filters}
        onChange={setFilters}
        archived={archived}
        onArchivedChange={onArchivedChange}
        shown={shown.length}
        total={deals?.length ?? 0}
        columns={
          <>
            <ExportButton exporting={exporting} name={t("deals.title")} testId="deals-export" icon="small" />
            <RegisterColumns commands={commands} />
          </>
        }
      />
      {archived && deals?.length === 0 ? (
        <EmptyState title={t("deals.emptyArchivedTitle")} text={t("deals.emptyArchivedText")} />
      ) : deals !== undefined && shown.length === 0 ? (
        <NoMatch text={t("deals.noMatch")} onClear={() => setFilters(noFilters)} />
      ) : (
        <Box {...exporting.place} sx={{ flex: 1, minHeight: 0, borderTop: 1, borderColor: "divider" }}>
          <DealsGrid deals={shown} loading={loading && !deals} commands={commands} />
        </Box>
      )}
    </>
  );
}

function RegisterColumns({ commands }: Pick<DealRegisterProps, "commands">) {
  const columns = useDealColumns(commands);
  const layout = useLayout((state) => state.columns.deals);
  return (
    <ColumnChooser
      columns={columns.map(({ field, headerName }) => ({ key: field, label: headerName ?? field }))}
      layout={layout}
      onChange={(change) => changeColumns("deals", change)}
      testId="deal-columns"
    />
  );
}
