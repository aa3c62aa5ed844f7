import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { PageHeader } from "../ui/PageHeader.tsx";
import { BackupsView } from "./BackupsView.tsx";

/** Backups of the desk, what its file holds, and what goes from it (备份与数据). */
export function SafekeepingScreen() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t("backups.title")} />
      <Box sx={{ flex: 1, minHeight: 0, overflow: "auto", p: 1.5, display: "flex", flexDirection: "column", gap: 1.5 }}>
        <BackupsView />
      </Box>
    </>
  );
}
