import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import { useTranslation } from "react-i18next";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { filterWords } from "./sheet-filters.ts";
import { openPane } from "./sheet-panes.ts";
import { dropFilter, useSheetLook } from "./sheet-store.ts";

/** What the rows are narrowed by, each to be changed or taken away. */
export function FilterChips({ dealId, list }: { readonly dealId: number; readonly list: SheetList }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const unitName = moneyUnitLabel(unit, useLanguage());
  const filters = useSheetLook(dealId, (look) => look.views[list].filters);
  if (filters.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label={t("tapeSheet.filter.active")}
      sx={{ display: "flex", flexWrap: "wrap", gap: 0.5, listStyle: "none", m: 0, px: 1.5, pb: 0.5, flexShrink: 0 }}
    >
      {filters.map((filter) => (
        <li key={`${filter.field}/${filter.kind}/${filter.value}`}>
          <Chip
            size="small"
            variant="outlined"
            label={filterWords(filter, unit, unitName, t)}
            onClick={() => openPane({ kind: "filter", field: filter.field, filter })}
            onDelete={() => dropFilter(dealId, filter)}
            data-testid={`filter-${filter.field}`}
          />
        </li>
      ))}
    </Box>
  );
}
