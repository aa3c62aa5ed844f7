import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import { useTranslation } from "react-i18next";
import type { TapeInspection, TapeMapping } from "../../shared/domain/tape-mapping.ts";
import { formatNumber } from "../../shared/format.ts";
import { EncodingSelect } from "./EncodingSelect.tsx";
import { type MappingProblem, mappingProblems, withSheet } from "./mapping-checks.ts";
import { SheetMappingCard } from "./SheetMappingCard.tsx";
import { TapeFailure } from "./TapeFailure.tsx";
import { TapeJobProgress } from "./TapeJobProgress.tsx";
import type { useTapeDraft } from "./use-tape-draft.ts";

interface TapeMappingViewProps {
  readonly draft: ReturnType<typeof useTapeDraft>;
  readonly inspection: TapeInspection;
  readonly mapping: TapeMapping;
}

/** What was read in the file, to be confirmed or corrected before anything is stored. */
export function TapeMappingView({ draft, inspection, mapping }: TapeMappingViewProps) {
  const { t } = useTranslation();
  const problems = mappingProblems(mapping);
  const sayProblem = (problem: MappingProblem) => {
    if (problem.code === "noLoanSheet") return t("pricing.tape.problem.noLoanSheet");
    return t(`pricing.tape.problem.${problem.code}`, { sheet: problem.sheet, field: "field" in problem ? t(`tape.field.${problem.field}`) : "" });
  };
  return (
    <>
      <Paper
        variant="outlined"
        sx={{ display: "flex", alignItems: "center", flexWrap: "wrap", columnGap: 3, rowGap: 1, px: 1.5, py: 1, position: "sticky", top: 0, zIndex: 2 }}
      >
        <Box sx={{ fontSize: 13 }}>
          <Box component="span" sx={{ fontWeight: 600 }}>
            {draft.file?.fileName}
          </Box>
          <Box component="span" sx={{ color: "text.secondary", ml: 1, fontVariantNumeric: "tabular-nums" }} title={inspection.sha256}>
            {t("pricing.tape.fileFacts", {
              format: inspection.format.toUpperCase(),
              kilobytes: formatNumber(inspection.byteSize / 1024),
              hash: inspection.sha256.slice(0, 12),
            })}
          </Box>
        </Box>
        <Box component="label" sx={{ display: "flex", alignItems: "center", gap: 0.75, fontSize: 12.5 }}>
          {t("pricing.tape.cutOff")}
          <Box
            component="input"
            type="date"
            value={mapping.cutOffDate ?? ""}
            onChange={(event) => draft.changeMapping({ ...mapping, cutOffDate: event.target.value === "" ? null : event.target.value })}
            data-testid="cut-off-date"
            sx={{
              font: "inherit",
              color: "inherit",
              colorScheme: (theme) => theme.palette.mode,
              bgcolor: "background.paper",
              border: 1,
              borderColor: "divider",
              borderRadius: 0.5,
              px: 0.75,
              height: 26,
            }}
          />
        </Box>
        {inspection.format === "csv" ? <EncodingSelect draft={draft} /> : null}
        <Box sx={{ flex: 1 }} />
        {draft.busy === "import" ? (
          <TapeJobProgress kind="importTape" text={t("pricing.tape.importing")} />
        ) : (
          <>
            <Button size="small" onClick={draft.discard}>
              {t("pricing.tape.discard")}
            </Button>
            <Button
              size="small"
              variant="contained"
              disableElevation
              disabled={problems.length > 0}
              onClick={() => void draft.importTape((kept) => t("pricing.tape.imported", { loans: formatNumber(kept) }))}
              data-testid="import-tape"
            >
              {t("pricing.tape.import")}
            </Button>
          </>
        )}
      </Paper>
      <TapeFailure failure={draft.failure} />
      {problems.length === 0 ? null : (
        <Alert severity="warning" variant="outlined" sx={{ bgcolor: "background.paper", py: 0 }}>
          {t("pricing.tape.problem.title")}
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {problems.map((problem) => (
              <li key={JSON.stringify(problem)}>{sayProblem(problem)}</li>
            ))}
          </Box>
        </Alert>
      )}
      {inspection.sheets.map((sheet) => {
        const chosen = mapping.sheets.find((one) => one.name === sheet.name);
        return chosen === undefined ? null : (
          <SheetMappingCard
            key={sheet.name}
            inspection={sheet}
            mapping={chosen}
            problems={problems.filter((problem) => "sheet" in problem && problem.sheet === sheet.name)}
            onChange={(change) => draft.changeMapping(withSheet(mapping, sheet.name, change))}
          />
        );
      })}
    </>
  );
}
