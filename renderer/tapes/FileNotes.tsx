import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { TapeReport } from "../../shared/domain/import-report.ts";
import { choiceText, unusedTexts } from "../../shared/tape-texts.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";

/** What the sums rest on, and what of the file is not imported. */
export function FileNotes({ report: { choices, unused } }: { readonly report: TapeReport }) {
  const { t } = useTranslation();
  const say: Parameters<typeof choiceText>[1] = (key, values = {}) => t(key, values);
  const left = unusedTexts(unused, say);
  return (
    <>
      {choices.length === 0 ? null : <NoteList title={t("pricing.tape.choices")} lines={choices.map((choice) => choiceText(choice, say))} />}
      <NoteList title={t("pricing.tape.unused")} lines={left.length === 0 ? [t("pricing.tape.nothingUnused")] : left} />
    </>
  );
}

function NoteList({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <TitledPanel title={title}>
      <Box component="ul" sx={{ typography: "body2", m: 0, mb: 1, pl: 3 }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
    </TitledPanel>
  );
}
