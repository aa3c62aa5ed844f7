import AddIcon from "@mui/icons-material/Add";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Scenario, type ScenarioInput, scenarioLimit } from "../../shared/contract/scenario-channels.ts";
import { unshifted } from "../../shared/domain/scenario-defaults.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { AnalysisFrame } from "../analyses/AnalysisFrame.tsx";
import { useAnalysis } from "../analyses/use-analysis.ts";
import { useAction, useCall } from "../desk/desk-client.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ScenarioDialog } from "./ScenarioDialog.tsx";
import { ScenarioFlowChart } from "./ScenarioFlowChart.tsx";
import { ScenarioTable } from "./ScenarioTable.tsx";
import { scenarioTemplates } from "./scenario-templates.ts";

/** Named scenarios beside low, base and high. */
export function ScenariosView({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const answers = useWorkbench((state) => state.answers);
  const { data: scenarios, error: listError } = useCall("scenarios.list", { dealId });
  // Each change of the scenarios is a new question.
  const [revision, setRevision] = useState(0);
  const { data: comparison, failure, isRunning, retry } = useAnalysis("scenarios.compare", { dealId }, answers + (answers === 0 ? 0 : revision));
  const copy = useAction("scenarios.copy");
  const remove = useAction("scenarios.remove");
  const [edited, setEdited] = useState<{ readonly scenarioId: number | null; readonly input: ScenarioInput } | null>(null);
  const [removed, setRemoved] = useState<Scenario | null>(null);
  const [menuAt, setMenuAt] = useState<HTMLElement | null>(null);
  const isFull = (scenarios?.length ?? 0) >= scenarioLimit;

  const afterChange = () => setRevision((before) => before + 1);
  const start = (input: ScenarioInput) => {
    setMenuAt(null);
    setEdited({ scenarioId: null, input });
  };
  const copyOne = async (scenario: Scenario) => {
    const name = t("scenarios.copyOf", { name: scenario.name }).slice(0, 60);
    if (await copy.run({ scenarioId: scenario.id, name })) afterChange();
  };
  const removeOne = async () => {
    if (removed === null) return;
    await remove.run({ scenarioId: removed.id });
    setRemoved(null);
    afterChange();
  };

  return (
    <AnalysisFrame
      title={t("scenarios.title", { unit: moneyUnitLabel(unit, language) })}
      intro={t("scenarios.intro")}
      isRunning={isRunning}
      failure={failure}
      onRetry={retry}
      testId="scenarios-view"
      actions={
        <>
          {isFull ? <Box sx={{ fontSize: 12, color: "text.secondary" }}>{t("scenarios.full", { limit: scenarioLimit })}</Box> : null}
          <Button disabled={isFull} onClick={(event) => setMenuAt(event.currentTarget)} data-testid="scenario-templates">
            {t("scenarios.fromTemplate")}
          </Button>
          <Button
            variant="contained"
            startIcon={<AddIcon />}
            disabled={isFull}
            onClick={() => start({ name: "", shifts: { all: unshifted, segments: {} } })}
            data-testid="scenario-new"
          >
            {t("scenarios.add")}
          </Button>
          <Menu open={menuAt !== null} anchorEl={menuAt} onClose={() => setMenuAt(null)}>
            {scenarioTemplates.map(({ key, shifts }) => (
              <MenuItem
                key={key}
                onClick={() => start({ name: t(`scenarios.template.${key}`), shifts: { all: { ...unshifted, ...shifts }, segments: {} } })}
                data-testid={`template-${key}`}
              >
                {t(`scenarios.template.${key}`)}
              </MenuItem>
            ))}
          </Menu>
        </>
      }
    >
      <ErrorAlert error={listError ?? copy.error} />
      {comparison === undefined || scenarios === undefined ? null : (
        <>
          <ScenarioTable
            comparison={comparison}
            scenarios={scenarios}
            onEdit={({ id, name, shifts }) => setEdited({ scenarioId: id, input: { name, shifts } })}
            onCopy={(scenario) => void copyOne(scenario)}
            onRemove={setRemoved}
          />
          <ScenarioFlowChart comparison={comparison} scenarios={scenarios} />
        </>
      )}
      {edited === null ? null : (
        <ScenarioDialog
          dealId={dealId}
          scenarioId={edited.scenarioId}
          input={edited.input}
          segments={comparison?.segments ?? []}
          onSaved={() => {
            setEdited(null);
            afterChange();
          }}
          onClose={() => setEdited(null)}
        />
      )}
      {removed === null ? null : (
        <ConfirmDialog
          title={t("scenarios.removeTitle")}
          text={t("scenarios.removeText", { name: removed.name })}
          confirmText={t("common.remove")}
          busy={remove.busy}
          error={remove.error}
          onConfirm={() => void removeOne()}
          onClose={() => setRemoved(null)}
        />
      )}
    </AnalysisFrame>
  );
}
