import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { caseNames } from "../../shared/domain/codes.ts";
import type { StrataLook } from "../../shared/domain/desk-layout.ts";
import { isBanded, type StrataField, strataFields, strataMeasures } from "../../shared/domain/strata.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { ToggleChoice } from "../ui/fields/ToggleChoice.tsx";
import { EdgesField } from "./EdgesField.tsx";
import { cutOf } from "./strata-look.ts";

interface StrataBarProps {
  readonly look: StrataLook;
  readonly onChange: (change: Partial<StrataLook>) => void;
}

const alone = "alone";
const across = [alone, ...strataFields] as const;

/** By what the package is cut, what is shown of it, and where bands begin. */
export function StrataBar({ look, onChange }: StrataBarProps) {
  const { t } = useTranslation();
  const caseName = useWorkbench((state) => state.caseName);
  const selectCase = useWorkbench((state) => state.selectCase);
  const fieldText = (field: StrataField) => t(`strata.field.${field}`);
  const banded = [...new Set([look.rows, look.columns, look.concentration])].filter((field) => field !== null).filter(isBanded);
  return (
    <Box data-off-paper sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "flex-start", px: 2, pt: 1.5 }}>
      <ChoiceField
        label={t("strata.rows")}
        value={look.rows}
        options={strataFields}
        textOf={fieldText}
        onChange={(rows) => onChange({ rows })}
        width={180}
        testId="strata-rows"
      />
      <ChoiceField
        label={t("strata.columns")}
        value={look.columns ?? alone}
        options={across}
        textOf={(field) => (field === alone ? t("strata.alone") : fieldText(field))}
        onChange={(field) => onChange({ columns: field === alone ? null : field })}
        width={180}
        testId="strata-columns"
      />
      <ChoiceField
        label={t("strata.shown")}
        value={look.measure}
        options={strataMeasures}
        textOf={(measure) => t(`strata.measure.${measure}`)}
        onChange={(measure) => onChange({ measure })}
        width={160}
        testId="strata-measure"
      />
      <ToggleChoice label={t("strata.case")} options={caseNames} value={caseName} textOf={(option) => t(`code.caseName.${option}`)} onChange={selectCase} />
      {banded.map((field) => (
        <EdgesField
          key={field}
          field={field}
          edges={cutOf(look, field).edges}
          onChange={(edges) => {
            const { [field]: _before, ...others } = look.edges;
            onChange({ edges: edges === null ? others : { ...others, [field]: [...edges] } });
          }}
        />
      ))}
    </Box>
  );
}
