import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { doubtsOf } from "../../shared/domain/tape-doubts.ts";
import type { TapeInspection } from "../../shared/domain/tape-mapping.ts";
import { proposeUnit } from "../../shared/domain/unit-evidence.ts";
import { FileFailure } from "../ui/files/FileFailure.tsx";
import { Pager } from "../ui/Pager.tsx";
import { FileBar } from "./FileBar.tsx";
import { type MappingProblem, type MappingUnderEdit, mappingProblems, withSheet } from "./mapping-checks.ts";
import { SheetMappingCard } from "./SheetMappingCard.tsx";
import type { useTapeDraft } from "./use-tape-draft.ts";

interface TapeMappingViewProps {
  readonly draft: ReturnType<typeof useTapeDraft>;
  readonly inspection: TapeInspection;
  readonly mapping: MappingUnderEdit;
}

/** A workbook may have thousands, each with a field to choose for every column. */
const sheetsPerPage = 25;
const problemsShown = 25;

/** What was read in the file, to be confirmed or corrected before anything is stored. */
export function TapeMappingView({ draft, inspection, mapping }: TapeMappingViewProps) {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const problems = mappingProblems(mapping, inspection.sheets);
  const isDoubtful = inspection.sheets.some((sheet) => mapping.sheets.some((chosen) => chosen.name === sheet.name && doubtsOf(sheet, chosen).length > 0));
  return (
    <>
      <FileBar draft={draft} inspection={inspection} mapping={mapping} canImport={problems.length === 0 && !isDoubtful} />
      <FileFailure failure={draft.failure} />
      {mapping.isOwn === true ? (
        <Alert severity="info" variant="outlined" sx={{ bgcolor: "background.paper", py: 0 }} data-testid="own-tape">
          {t("ownTape.recognised")}
        </Alert>
      ) : null}
      {problems.length === 0 ? null : <MappingProblems problems={problems} />}
      <Pager count={inspection.sheets.length} size={sheetsPerPage} page={page} onPage={setPage} />
      {inspection.sheets.slice(page * sheetsPerPage, (page + 1) * sheetsPerPage).map((sheet) => {
        const chosen = mapping.sheets.find((one) => one.name === sheet.name);
        return chosen === undefined ? null : (
          <SheetMappingCard
            key={sheet.name}
            inspection={sheet}
            fileName={
              inspection.files.length === 1
                ? null
                : (inspection.files.find(({ sheets }) => sheets.includes(sheet.listOf?.sheet ?? sheet.name))?.fileName ?? null)
            }
            mapping={chosen}
            proposal={proposeUnit(sheet.name, inspection, mapping, draft.deal?.kind ?? "other")}
            differences={(draft.last?.differences ?? []).filter((one) => one.sheet === sheet.name)}
            problems={problems.filter((problem) => "sheet" in problem && problem.sheet === sheet.name)}
            onChange={(change) => draft.changeMapping(withSheet(mapping, sheet.name, change))}
          />
        );
      })}
    </>
  );
}

/** What keeps the file from being imported. */
function MappingProblems({ problems }: { readonly problems: readonly MappingProblem[] }) {
  const { t } = useTranslation();
  const sayProblem = (problem: MappingProblem) => {
    if (!("sheet" in problem)) return t(`pricing.tape.problem.${problem.code}`);
    return t(`pricing.tape.problem.${problem.code}`, { sheet: problem.sheet, field: "field" in problem ? t(`tape.field.${problem.field}`) : "" });
  };
  return (
    <Alert severity="warning" variant="outlined" sx={{ bgcolor: "background.paper", py: 0 }}>
      {t("pricing.tape.problem.title")}
      <Box component="ul" sx={{ m: 0, pl: 2 }}>
        {problems.slice(0, problemsShown).map((problem) => (
          <li key={JSON.stringify(problem)}>{sayProblem(problem)}</li>
        ))}
        {problems.length > problemsShown ? <li>{t("common.andMore", { count: problems.length - problemsShown })}</li> : null}
      </Box>
    </Alert>
  );
}
