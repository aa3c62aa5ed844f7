import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import { useTranslation } from "react-i18next";
import type { TapeInspection } from "../../shared/domain/tape-mapping.ts";
import { formatNumber } from "../../shared/format.ts";
import { commandRow } from "../desk/command-table.ts";
import { useCommand } from "../desk/commands.ts";
import { keyText } from "../desk/key-text.ts";
import { FileJobProgress } from "../ui/files/FileJobProgress.tsx";
import { CurrencyStatement } from "./CurrencyStatement.tsx";
import { CutOffField } from "./CutOffField.tsx";
import { DelimiterSelect } from "./DelimiterSelect.tsx";
import { EncodingSelect } from "./EncodingSelect.tsx";
import type { MappingUnderEdit } from "./mapping-checks.ts";
import type { useTapeDraft } from "./use-tape-draft.ts";

interface FileBarProps {
  readonly draft: ReturnType<typeof useTapeDraft>;
  readonly inspection: TapeInspection;
  readonly mapping: MappingUnderEdit;
  readonly canImport: boolean;
}

/** The file, what holds for all of its sheets, and its import; stays in view while the sheets scroll. */
export function FileBar({ draft, inspection, mapping, canImport }: FileBarProps) {
  const { t } = useTranslation();
  const importTape = () => void draft.importTape((kept) => t(draft.isReissue ? "versions.imported" : "pricing.tape.imported", { loans: formatNumber(kept) }));
  useCommand("importTape", importTape, canImport && draft.busy === null);
  return (
    <Paper
      variant="outlined"
      sx={{ display: "flex", alignItems: "center", flexWrap: "wrap", columnGap: 2, rowGap: 1, px: 1.5, pt: 1.5, pb: 1, position: "sticky", top: 0, zIndex: 2 }}
    >
      <Box sx={{ maxWidth: "100%", overflowWrap: "anywhere" }}>
        <b>{draft.file?.fileName}</b>
        <Box component="span" sx={{ color: "text.secondary", ml: 1, fontVariantNumeric: "tabular-nums" }} title={inspection.sha256}>
          {t("pricing.tape.fileFacts", {
            format: inspection.files.length === 1 ? inspection.format.toUpperCase() : t("pricing.tape.files", { files: formatNumber(inspection.files.length) }),
            kilobytes: formatNumber(inspection.byteSize / 1024),
            hash: inspection.sha256.slice(0, 12),
          })}
        </Box>
      </Box>
      <CutOffField
        value={mapping.cutOffDate}
        statedInFile={inspection.suggestedMapping.cutOffDate}
        ofDeal={draft.deal?.cutOffDate ?? null}
        onChange={(cutOffDate) => draft.changeMapping({ ...mapping, cutOffDate })}
      />
      <CurrencyStatement
        value={mapping.currency ?? null}
        statedInFile={inspection.suggestedMapping.currency ?? null}
        onChange={(currency) => draft.changeMapping({ ...mapping, currency })}
      />
      {inspection.files.some(({ format }) => format === "csv") ? (
        <>
          <EncodingSelect draft={draft} />
          <DelimiterSelect draft={draft} />
        </>
      ) : null}
      <Box sx={{ ml: "auto", display: "flex", gap: 3 }}>
        {draft.busy === "import" ? (
          <FileJobProgress kind="importTape" text={t("pricing.tape.importing")} />
        ) : (
          <>
            <Button onClick={() => void draft.addFiles()} data-testid="add-files">
              {t("pricing.tape.addFiles")}
            </Button>
            <Button onClick={draft.discard}>{t("pricing.tape.discard")}</Button>
            <Button
              variant="contained"
              disabled={!canImport}
              title={keyText(commandRow("importTape").keys?.[0] ?? "")}
              onClick={importTape}
              data-testid="import-tape"
            >
              {t("pricing.tape.import")}
            </Button>
          </>
        )}
      </Box>
    </Paper>
  );
}
