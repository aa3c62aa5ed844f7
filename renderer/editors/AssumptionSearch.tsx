import Box from "@mui/material/Box";
import ToggleButton from "@mui/material/ToggleButton";
import { useTranslation } from "react-i18next";
import { SearchInput } from "../ui/search/SearchInput.tsx";
import type { AssumptionQuery } from "./assumption-query.ts";

interface AssumptionSearchProps {
  readonly query: AssumptionQuery;
  readonly onChange: (query: AssumptionQuery) => void;
}

/** Narrows the assumptions to those that are looked for, or that are no longer what the set says. */
export function AssumptionSearch({ query, onChange }: AssumptionSearchProps) {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: "flex", gap: 1, px: 1.5, py: 0.75, position: "sticky", top: 0, zIndex: 1, bgcolor: "background.default" }}>
      <SearchInput
        value={query.text}
        onChange={(text) => onChange({ ...query, text })}
        label={t("layout.searchAssumptions")}
        testId="assumption-search"
        width="100%"
      />
      <ToggleButton
        value="changed"
        selected={query.changedOnly}
        data-testid="changed-only"
        onChange={() => onChange({ ...query, changedOnly: !query.changedOnly })}
        sx={{ flexShrink: 0, height: 24 }}
      >
        {t("layout.changedOnly")}
      </ToggleButton>
    </Box>
  );
}
