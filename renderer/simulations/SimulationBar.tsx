import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { formatRate } from "../../shared/format.ts";
import { AssumptionField } from "../model/AssumptionField.tsx";
import { EditScopeContext } from "../model/edit-scope.ts";
import { useModelScope } from "../model/use-model-scope.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { NoteArea } from "../ui/fields/NoteArea.tsx";
import { UnitText } from "../ui/fields/UnitText.tsx";

interface SimulationBarProps {
  readonly hasResult: boolean;
  readonly isRunning: boolean;
  readonly progress: number | null;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

const fields = [
  { key: "paths", kind: "count", width: 72, unit: "simulation.unit.paths" },
  { key: "seed", kind: "count", width: 96, unit: null },
  { key: "confidence", kind: "percent", width: 56, unit: "pricing.unit.percent" },
] as const;

/** What a run needs, its button, and how far it is. The fields are the model's own, so that a change prices and is saved. */
export function SimulationBar({ hasResult, isRunning, progress, onRun, onCancel }: SimulationBarProps) {
  const { t } = useTranslation();
  const draft = useWorkbench((state) => state.draft);
  const isPricing = useWorkbench((state) => state.isPricing);
  const scope = useModelScope(draft, null);
  if (draft === null) return null;
  return (
    <EditScopeContext value={scope}>
      <Box sx={{ px: 1.5 }}>
        <NoteArea isShared>
          <Box sx={{ display: "flex", alignItems: "center", gap: 2, py: 1, minHeight: 46 }}>
            {fields.map(({ key, kind, width, unit }) => (
              <Box key={key} data-assumption={`simulation.${key}`} sx={{ display: "flex", alignItems: "center", gap: 0.75, whiteSpace: "nowrap" }}>
                <Typography variant="body2" component="span">
                  {t(`simulation.field.${key}`)}
                </Typography>
                <AssumptionField
                  path={["assumptions", "simulation", key]}
                  kind={kind}
                  label={t(`simulation.field.${key}`)}
                  width={width}
                  testId={`simulation-${key}`}
                />
                {unit === null ? null : <UnitText>{t(unit)}</UnitText>}
              </Box>
            ))}
            {isRunning ? (
              <RunProgress progress={progress} onCancel={onCancel} />
            ) : (
              <Button variant="contained" onClick={onRun} disabled={scope.invalidPaths.size > 0 || isPricing} data-testid="simulation-run">
                {t(hasResult ? "simulation.again" : "simulation.run")}
              </Button>
            )}
          </Box>
        </NoteArea>
      </Box>
    </EditScopeContext>
  );
}

/** How far the paths are drawn, and the way to stop. */
function RunProgress({ progress, onCancel }: Pick<SimulationBarProps, "progress" | "onCancel">) {
  const { t } = useTranslation();
  return (
    <Box component="output" sx={{ typography: "body2", display: "flex", alignItems: "center", gap: 1, flex: 1, minWidth: 200 }}>
      <Box sx={{ whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" }} data-testid="simulation-progress">
        {progress === null ? t("simulation.starting") : `${t("simulation.running")} ${formatRate(progress, 0)}`}
      </Box>
      <LinearProgress
        sx={{ flex: 1 }}
        aria-label={t("simulation.running")}
        {...(progress === null ? {} : { variant: "determinate" as const, value: progress * 100 })}
      />
      <Button onClick={onCancel} data-testid="simulation-cancel">
        {t("simulation.cancel")}
      </Button>
    </Box>
  );
}
