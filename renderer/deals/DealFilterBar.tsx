import Search from "@mui/icons-material/Search";
import Button from "@mui/material/Button";
import InputAdornment from "@mui/material/InputAdornment";
import Stack from "@mui/material/Stack";
import TextField from "@mui/material/TextField";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dealKinds, dealStages, dealStatuses } from "../../shared/domain/codes.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { type DealFilters, isFiltered, noFilters } from "./deal-filters.ts";

interface DealFilterBarProps {
  readonly filters: DealFilters;
  readonly onChange: (filters: DealFilters) => void;
  readonly archived: boolean;
  readonly onArchivedChange: (archived: boolean) => void;
  readonly shown: number;
  readonly total: number;
  /** Chooses the register's columns. */
  readonly columns: ReactNode;
}

/** What narrows the register, and how many deals are left. */
export function DealFilterBar({ filters, onChange, archived, onArchivedChange, shown, total, columns }: DealFilterBarProps) {
  const { t } = useTranslation();
  return (
    <Stack direction="row" sx={{ px: 2, py: 1, gap: 1, alignItems: "center", flexWrap: "wrap" }}>
      <SearchField text={filters.text} onChange={(text) => onChange({ ...filters, text })} />
      <ChoiceField
        label={t("deals.kind")}
        width={128}
        value={filters.kind}
        options={["all", ...dealKinds]}
        textOf={(kind) => (kind === "all" ? t("common.all") : t(`code.dealKind.${kind}`))}
        onChange={(kind) => onChange({ ...filters, kind })}
      />
      <ChoiceField
        label={t("deals.stage")}
        width={128}
        value={filters.stage}
        options={["all", ...dealStages]}
        textOf={(stage) => (stage === "all" ? t("common.all") : t(`code.dealStage.${stage}`))}
        onChange={(stage) => onChange({ ...filters, stage })}
      />
      <ChoiceField
        label={t("deals.status")}
        width={112}
        value={filters.status}
        options={["all", ...dealStatuses]}
        textOf={(status) => (status === "all" ? t("common.all") : t(`code.dealStatus.${status}`))}
        onChange={(status) => onChange({ ...filters, status })}
      />
      <ArchiveToggle archived={archived} onChange={onArchivedChange} />
      {isFiltered(filters) && (
        <Button color="inherit" onClick={() => onChange(noFilters)}>
          {t("deals.clearFilters")}
        </Button>
      )}
      <Typography variant="body2" sx={{ ml: "auto" }}>
        {shown === total ? t("deals.count", { shown }) : t("deals.countFiltered", { shown, total })}
      </Typography>
      {columns}
    </Stack>
  );
}

function SearchField({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  const { t } = useTranslation();
  return (
    <TextField
      value={text}
      onChange={(event) => onChange(event.target.value)}
      placeholder={t("deals.filter")}
      sx={{ width: 260 }}
      slotProps={{
        htmlInput: { "aria-label": t("deals.filter"), "data-testid": "deal-filter", "data-search": "true" },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

/** Between the deals at work and those put away. */
function ArchiveToggle({ archived, onChange }: { readonly archived: boolean; readonly onChange: (archived: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t("deals.status")}
      value={archived}
      onChange={(_event, next: boolean | null) => next !== null && onChange(next)}
      sx={{ height: 32 }}
    >
      <ToggleButton value={false}>{t("deals.showActive")}</ToggleButton>
      <ToggleButton value={true} data-testid="show-archived">
        {t("deals.showArchived")}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
