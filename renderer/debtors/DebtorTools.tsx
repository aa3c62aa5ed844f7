import PrintOutlined from "@mui/icons-material/PrintOutlined";
import Visibility from "@mui/icons-material/Visibility";
import VisibilityOff from "@mui/icons-material/VisibilityOff";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import { useTranslation } from "react-i18next";
import type { DebtorSheet } from "../../shared/contract/debtor-channels.ts";
import { debtorFilters } from "../../shared/domain/debtor-sheet.ts";
import { changeColumns, useLayout } from "../desk/layout-store.ts";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import type { Exporting } from "../ui/exports/use-export.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { SearchInput } from "../ui/search/SearchInput.tsx";
import { ColumnChooser } from "../ui/tables/ColumnChooser.tsx";
import { debtorColumnLabel, debtorColumns } from "./debtor-columns.ts";
import { changeDebtorLook, useDebtorLook } from "./debtor-view-store.ts";
import type { DebtorPrinting } from "./use-debtor-print.ts";

interface DebtorToolsProps {
  readonly dealId: number;
  readonly sheet: DebtorSheet | null;
  readonly exporting: Exporting;
  readonly printing: DebtorPrinting;
}

/** No group has a name with a blank in front. */
const anyGroup = " any";

/** What narrows the sheet, uncovers identifiers, and chooses columns. */
export function DebtorTools({ dealId, sheet, exporting, printing }: DebtorToolsProps) {
  const { t } = useTranslation();
  const { search, filter, groupName, isRevealed } = useDebtorLook(dealId);
  const layout = useLayout((state) => state.columns.debtors);
  const groups = [...new Set([anyGroup, ...(sheet?.groups ?? []), ...(groupName === null ? [] : [groupName])])];
  const reveal = t(isRevealed ? "debtors.mask" : "debtors.reveal");
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 1, px: 1.5, pb: 0.75, flexWrap: "wrap" }}>
      <SearchInput
        value={search}
        onChange={(next) => changeDebtorLook(dealId, { search: next })}
        label={t("debtors.search")}
        testId="debtor-search"
        width={250}
      />
      <ChoiceField
        label={t("debtors.filter.label")}
        value={filter}
        options={debtorFilters}
        textOf={(option) => t(`debtors.filter.${option}`)}
        onChange={(next) => changeDebtorLook(dealId, { filter: next })}
        minWidth={150}
        testId="debtor-filter"
      />
      <ChoiceField
        label={t("debtors.group.label")}
        value={groupName ?? anyGroup}
        options={groups}
        textOf={(option) => (option === anyGroup ? t("debtors.group.any") : option)}
        onChange={(next) => changeDebtorLook(dealId, { groupName: next === anyGroup ? null : next })}
        minWidth={150}
        testId="debtor-group-filter"
      />
      <Box sx={{ flex: 1 }} />
      <Tooltip title={reveal}>
        <IconButton
          aria-label={reveal}
          aria-pressed={isRevealed}
          data-testid="debtor-reveal"
          onClick={() => changeDebtorLook(dealId, { isRevealed: !isRevealed })}
        >
          {isRevealed ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
        </IconButton>
      </Tooltip>
      <ExportButton exporting={exporting} name={t("debtors.title")} testId="debtors-export" icon="small" disabled={sheet === null} />
      <Tooltip title={t("debtors.printHint")}>
        <span>
          <IconButton
            aria-label={t("debtors.print")}
            data-testid="debtors-print"
            loading={printing.isBusy}
            disabled={sheet === null || sheet.total === 0}
            onClick={printing.print}
          >
            <PrintOutlined fontSize="small" />
          </IconButton>
        </span>
      </Tooltip>
      <ColumnChooser
        columns={debtorColumns.map((column) => ({ key: column.key, label: debtorColumnLabel(column, t) }))}
        layout={layout}
        onChange={(change) => changeColumns("debtors", change)}
        testId="debtor-columns"
      />
    </Box>
  );
}
