import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { AssumptionGroup, AssumptionSources } from "../../../shared/domain/assumptions.ts";

interface SourceLineProps {
  readonly source: AssumptionSources[AssumptionGroup];
  /** The desk's own, no longer what the set says. */
  readonly isChanged: boolean;
}

/** Where the values of a group come from, and whether they still do. */
export function SourceLine({ source, isChanged }: SourceLineProps) {
  const { t, i18n } = useTranslation();
  return (
    <Box sx={{ typography: "fine", mt: 0.75, color: "text.secondary" }}>
      {isChanged ? <Box sx={{ color: "warning.main" }}>{t("pricing.source.changedNote")}</Box> : null}
      {t("pricing.source.line", { source: i18n.language.startsWith("zh") ? source.sourceZh : source.sourceEn, asOf: source.asOf })}
    </Box>
  );
}
