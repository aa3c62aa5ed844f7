import Box from "@mui/material/Box";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDossierFile } from "../desk/dossier-file.ts";
import { DossierView } from "../dossiers/DossierView.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { BackupsView } from "./BackupsView.tsx";
import { DataView } from "./DataView.tsx";
import { EncryptionView } from "./EncryptionView.tsx";

const pages = ["backups", "data", "encryption", "dossier"] as const;
type SafekeepingPage = (typeof pages)[number];

/** Backups of the desk, what its file holds, what goes from it, and dossiers of any desk (备份与数据). */
export function SafekeepingScreen() {
  const { t } = useTranslation();
  const [page, setPage] = useState<SafekeepingPage>(() => (useDossierFile.getState().fileToken === null ? "backups" : "dossier"));
  useEffect(() => useDossierFile.subscribe(() => setPage("dossier")), []);
  return (
    <>
      <PageHeader title={t("backups.title")}>
        <Tabs
          value={page}
          onChange={(_event, next: SafekeepingPage) => setPage(next)}
          aria-label={t("erase.pages")}
          sx={{ minHeight: 36, "& .MuiTab-root": { minHeight: 36, minWidth: 0, px: 1.5, py: 0 } }}
        >
          {pages.map((one) => (
            <Tab key={one} value={one} label={t(`erase.page.${one}`)} data-testid={`safekeeping-page-${one}`} />
          ))}
        </Tabs>
      </PageHeader>
      <Box sx={{ flex: 1, minHeight: 0, overflow: "auto", p: 1.5, display: "flex", flexDirection: "column", gap: 1.5 }}>
        {page === "backups" && <BackupsView />}
        {page === "data" && <DataView />}
        {page === "encryption" && <EncryptionView />}
        {page === "dossier" && <DossierView />}
      </Box>
    </>
  );
}
