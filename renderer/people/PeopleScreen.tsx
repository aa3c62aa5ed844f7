import Box from "@mui/material/Box";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "../ui/PageHeader.tsx";
import { PersonsView } from "./PersonsView.tsx";
import { RulesView } from "./RulesView.tsx";
import { TrailView } from "./TrailView.tsx";

const pages = ["persons", "rules", "trail"] as const;
type PeoplePage = (typeof pages)[number];

/** Who works at this desk, and what was done at it (人员与留痕). */
export function PeopleScreen() {
  const { t } = useTranslation();
  const [page, setPage] = useState<PeoplePage>("persons");
  return (
    <>
      <PageHeader title={t("people.title")}>
        <Tabs
          value={page}
          onChange={(_event, next: PeoplePage) => setPage(next)}
          aria-label={t("people.pages")}
          sx={{ minHeight: 36, "& .MuiTab-root": { minHeight: 36, minWidth: 0, px: 1.5, py: 0 } }}
        >
          {pages.map((one) => (
            <Tab key={one} value={one} label={t(`people.page.${one}`)} data-testid={`people-page-${one}`} />
          ))}
        </Tabs>
      </PageHeader>
      <Box sx={{ flex: 1, minHeight: 0, overflow: "auto", p: 1.5, display: "flex", flexDirection: "column", gap: 1.5 }}>
        {page === "persons" && <PersonsView />}
        {page === "rules" && <RulesView />}
        {page === "trail" && <TrailView />}
      </Box>
    </>
  );
}
