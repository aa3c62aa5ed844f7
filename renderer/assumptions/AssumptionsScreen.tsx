import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import LinearProgress from "@mui/material/LinearProgress";
import List from "@mui/material/List";
import ListItem from "@mui/material/ListItem";
import ListItemButton from "@mui/material/ListItemButton";
import ListItemText from "@mui/material/ListItemText";
import { useTranslation } from "react-i18next";
import type { AssumptionSet } from "../../shared/contract/assumption-channels.ts";
import { useCall } from "../desk/desk-client.ts";
import { changeLayout, useLayout } from "../desk/layout-store.ts";
import { useLanguage } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { AssumptionSetEditor } from "./AssumptionSetEditor.tsx";

/** The desk's records of assumptions: the seeded ones to read, copies to change. */
export function AssumptionsScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: sets, error, reload } = useCall("assumptions.list", undefined);
  const chosen = useLayout((layout) => layout.assumptionSetId);
  const setChosen = (assumptionSetId: number | null) => changeLayout({ assumptionSetId });
  const selected: AssumptionSet | undefined = sets?.find((set) => set.id === chosen) ?? sets?.[0];
  return (
    <Box sx={{ display: "flex", flexDirection: "column", flex: 1, minHeight: 0, height: "100%" }}>
      <PageHeader title={t("pricing.sets.title")} subtitle={t("pricing.sets.subtitle")} />
      <ErrorAlert error={error} onRetry={reload} />
      {sets === undefined && error === undefined ? <LinearProgress aria-label={t("common.loading")} /> : null}
      <Box sx={{ display: "grid", gridTemplateColumns: "264px minmax(0, 1fr)", flex: 1, minHeight: 0 }}>
        <List dense disablePadding aria-label={t("pricing.sets.title")} sx={{ borderRight: 1, borderColor: "divider", overflow: "auto" }}>
          {sets?.map((set) => (
            <ListItem key={set.id} disablePadding>
              <ListItemButton
                selected={set.id === selected?.id}
                aria-current={set.id === selected?.id ? "true" : undefined}
                onClick={() => setChosen(set.id)}
                sx={{ gap: 1 }}
                data-testid={`set-${set.dealKind}`}
              >
                <ListItemText primary={language === "zh" ? set.nameZh : set.nameEn} secondary={set.asOf} />
                {set.seeded ? <Chip label={t("pricing.sets.seeded")} /> : null}
              </ListItemButton>
            </ListItem>
          ))}
        </List>
        {selected === undefined ? null : <AssumptionSetEditor key={selected.id} stored={selected} onSelect={setChosen} />}
      </Box>
    </Box>
  );
}
