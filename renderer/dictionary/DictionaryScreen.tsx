import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { PageHeader } from "../ui/PageHeader.tsx";
import { BuiltInWordList } from "./BuiltInWordList.tsx";
import { KeptLayouts } from "./KeptLayouts.tsx";
import { OwnWords } from "./OwnWords.tsx";

/** What the desk knows of sellers' tapes: its own words, how lists were mapped, the built-in words. */
export function DictionaryScreen() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t("dictionary.title")} subtitle={t("dictionary.subtitle")} />
      <Box tabIndex={0} sx={{ p: 2, overflowY: "auto", flex: 1, display: "flex", flexDirection: "column", gap: 1.5 }}>
        <OwnWords />
        <KeptLayouts />
        <BuiltInWordList />
      </Box>
    </>
  );
}
