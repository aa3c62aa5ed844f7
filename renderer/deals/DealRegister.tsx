import Box from "@mui/material/Box";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { DealFilterBar } from "./DealFilterBar.tsx";
import { DealsGrid } from "./DealsGrid.tsx";
import type { DealCommands } from "./deal-commands.ts";
import { filterDeals, noFilters } from "./deal-filters.ts";

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
  const [filters, setFilters] = useState(noFilters);
  const shown = useMemo(() => filterDeals(deals ?? [], filters), [deals, filters]);
  return (
    <>
      <DealFilterBar
        filters={filters}
        onChange={setFilters}
        archived={archived}
        onArchivedChange={onArchivedChange}
        shown={shown.length}
        total={deals?.length ?? 0}
      />
      {archived && deals?.length === 0 ? (
        <EmptyState title={t("deals.emptyArchivedTitle")} text={t("deals.emptyArchivedText")} />
      ) : (
        <Box sx={{ flex: 1, minHeight: 0, borderTop: 1, borderColor: "divider" }}>
          <DealsGrid deals={shown} loading={loading && !deals} commands={commands} />
        </Box>
      )}
    </>
  );
}
