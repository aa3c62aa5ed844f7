import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { memo, useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { DenseInput } from "../ui/fields/DenseInput.tsx";
import { LoanGrid } from "./LoanGrid.tsx";
import { type LoanSort, useLoanPages } from "./use-loan-pages.ts";

interface LoanTableProps {
  readonly dealId: number;
  readonly onOpen: (loanId: number) => void;
}

/** The loans of the package in the chosen case, sorted and searched in the database. */
export const LoanTable = memo(function LoanTable({ dealId, onOpen }: LoanTableProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const caseName = useWorkbench((state) => state.caseName);
  const answers = useWorkbench((state) => state.answers);
  const [sort, setSort] = useState<LoanSort>({ by: "allocatedFen", descending: true });
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const { total, failure, rowAt, show } = useLoanPages({ dealId, caseName, sort, search, answers });
  return (
    <Box
      component="section"
      aria-label={t("pricing.loans.title")}
      sx={{ display: "flex", flexDirection: "column", flex: 1, minHeight: 160, minWidth: 0, borderTop: 1, borderColor: "divider" }}
    >
      <Box sx={{ display: "flex", alignItems: "center", gap: 1.5, px: 1.5, height: 34, flexShrink: 0 }}>
        <Typography variant="h4">{t("pricing.loans.title")}</Typography>
        <Typography variant="body2" component="span" sx={{ flex: 1 }} noWrap>
          {t("pricing.loans.caption", { total: formatNumber(total), unit: moneyUnitLabel(unit, language), caseName: t(`code.caseName.${caseName}`) })}
        </Typography>
        <DenseInput
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={t("pricing.loans.search")}
          inputProps={{ "aria-label": t("pricing.loans.search"), "data-testid": "loan-search", maxLength: 100 }}
          sx={{ width: 260 }}
        />
      </Box>
      <ErrorAlert error={failure} />
      <Box data-testid="loan-table" sx={{ flex: 1, minHeight: 0, borderTop: 1, borderColor: "divider", position: "relative" }}>
        <LoanGrid total={total} rowAt={rowAt} onShow={show} sort={sort} onSort={setSort} onOpen={onOpen} />
      </Box>
    </Box>
  );
});
