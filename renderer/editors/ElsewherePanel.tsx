import ArrowForward from "@mui/icons-material/ArrowForward";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AssumptionGroup } from "../../shared/domain/assumptions.ts";

interface ElsewherePanelProps {
  readonly group: AssumptionGroup;
  readonly place: string;
  readonly onGo: () => void;
  /** Its rows, which tell a search that something of it is looked for; they are not shown. */
  readonly children: ReactNode;
}

/** A group that has its home in a view of its own, and the way there. */
export function ElsewherePanel({ group, place, onGo, children }: ElsewherePanelProps) {
  const { t } = useTranslation();
  return (
    <Box data-group sx={{ display: "flex", alignItems: "center", minHeight: 32, px: 1.5, py: 0.25, gap: 1, borderTop: 1, borderColor: "divider" }}>
      <Typography variant="h3" component="span" sx={{ flex: 1 }}>
        {t(`pricing.group.${group}`)}
      </Typography>
      <Button endIcon={<ArrowForward />} onClick={onGo} data-testid={`group-${group}`} aria-label={t("layout.editedThere", { view: place })} sx={{ py: 0 }}>
        {place}
      </Button>
      <Box sx={{ display: "none" }}>{children}</Box>
    </Box>
  );
}
