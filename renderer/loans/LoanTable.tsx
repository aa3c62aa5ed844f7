import OpenInFull from "@mui/icons-material/OpenInFull";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { memo, useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { changeColumns, useLayout } from "../desk/layout-store.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import type { Exporting } from "../ui/exports/use-export.ts";
import { NoMatch } from "../ui/search/NoMatch.tsx";
import { SearchInput } from "../ui/search/SearchInput.tsx";
import { ColumnChooser } from "../ui/tables/ColumnChooser.tsx";
import { LoanGrid } from "./LoanGrid.tsx";
import { loanColumns } from "./loan-columns.ts";
import { useChosenStrata } from "./loan-strata.ts";
import { changeLoanLook, useLoanLook } from "./loan-view-store.ts";
import { StrataChips } from "./StrataChips.tsx";
import { useLoanExport } from "./use-loan-export.ts";
import { useLoanPages } from "./use-loan-pages.ts";

interface LoanTableProps {
  readonly dealId: number;
  readonly onOpen: (loanId: number) => void;
  /** Null where it has all the room there is. */
  readonly onEnlarge: (() => void) | null;
}

/** The loans of the package in the chosen case, sorted and searched in the database. */
export const LoanTable = memo(function LoanTable({ dealId, onOpen, onEnlarge }: LoanTableProps) {
  const { t } = useTranslation();
  const caseName = useWorkbench((state) => state.caseName);
  const answers = useWorkbench((state) => state.answers);
  const { sort, search: typed } = useLoanLook(dealId);
  const chosen = useChosenStrata();
  const search = useDeferredValue(typed.trim());
  const { total, isAnswered, failure, rowAt, show, need } = useLoanPages({ dealId, caseName, sort, search, chosen, answers });
  const exporting = useLoanExport(dealId);
  const isNothingFound = isAnswered && total === 0 && search !== "";
  return (
    <Box
      component="section"
      aria-label={t("pricing.loans.title")}
      {...exporting.place}
      sx={{ display: "flex", flexDirection: "column", flex: 1, minHeight: 0, minWidth: 0, overflow: "hidden" }}
    >
      <LoanTableHead dealId={dealId} total={total} onEnlarge={onEnlarge} exporting={exporting} />
      <StrataChips />
      <ErrorAlert error={failure} />
      <Box data-testid="loan-table" sx={{ flex: 1, minHeight: 0, borderTop: 1, borderColor: "divider", position: "relative" }}>
        {isNothingFound ? (
          <NoMatch text={t("layout.noLoanMatches")} onClear={() => changeLoanLook(dealId, { search: "" })} />
        ) : (
          <LoanGrid
            total={total}
            rowAt={rowAt}
            onShow={show}
            onNeed={need}
            sort={sort}
            onSort={(next) => changeLoanLook(dealId, { sort: next })}
            onOpen={onOpen}
          />
        )}
      </Box>
    </Box>
  );
});

interface LoanTableHeadProps extends Pick<LoanTableProps, "dealId" | "onEnlarge"> {
  readonly total: number;
  readonly exporting: Exporting;
}

/** What the table shows, and how it is searched and laid out. */
function LoanTableHead({ dealId, total, onEnlarge, exporting }: LoanTableHeadProps) {
  const { t } = useTranslation();
  const unit = moneyUnitLabel(useMoneyUnit(), useLanguage());
  const caseName = useWorkbench((state) => t(`code.caseName.${state.caseName}`));
  const layout = useLayout((state) => state.columns.loans);
  const { search } = useLoanLook(dealId);
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 1, px: 1.5, height: 34, flexShrink: 0 }}>
      <Typography variant="h4" component="h2" noWrap>
        {t("pricing.loans.title")}
      </Typography>
      <Typography variant="body2" component="span" sx={{ flex: 1 }} noWrap>
        {t("pricing.loans.caption", { total: formatNumber(total), unit, caseName })}
      </Typography>
      <SearchInput
        value={search}
        onChange={(next) => changeLoanLook(dealId, { search: next })}
        label={t("pricing.loans.search")}
        testId="loan-search"
        width={240}
      />
      <ColumnChooser
        columns={loanColumns.map(({ key }) => ({ key, label: t(`pricing.loans.${key}`) }))}
        layout={layout}
        onChange={(change) => changeColumns("loans", change)}
        testId="loan-columns"
      />
      <ExportButton exporting={exporting} name={t("pricing.loans.title")} testId="loans-export" disabled={total === 0} icon="small" />
      {onEnlarge === null ? null : (
        <Tooltip title={t("layout.enlargeLoans")}>
          <IconButton aria-label={t("layout.enlargeLoans")} onClick={onEnlarge} data-testid="enlarge-loans">
            <OpenInFull fontSize="tiny" />
          </IconButton>
        </Tooltip>
      )}
    </Box>
  );
}
