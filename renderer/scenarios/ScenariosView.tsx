import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Scenario, type ScenarioInput, scenarioLimit } from "../../shared/contract/scenario-channels.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { AnalysisFrame } from "../analyses/AnalysisFrame.tsx";
import { call } from "../desk/desk-client.ts";
import { useLeftDraft } from "../desk/kept-draft.ts";
import { showError, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { useTableExport } from "../ui/exports/use-export.ts";
import { ScenarioFlowChart } from "./ScenarioFlowChart.tsx";
import { type ScenarioQuestion, ScenarioQuestionDialog } from "./ScenarioQuestionDialog.tsx";
import { ScenarioStarts } from "./ScenarioStarts.tsx";
import { ScenarioTable } from "./ScenarioTable.tsx";
import { scenarioColumns } from "./scenario-columns.ts";
import { newScenario } from "./scenario-draft.ts";
import { scenarioTables } from "./scenario-tables.ts";
import { useScenarios } from "./use-scenarios.ts";

/** Named scenarios beside low, base and high. */
export function ScenariosView({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const moneyUnit = useMoneyUnit();
  const language = useLanguage();
  const unit = moneyUnitLabel(moneyUnit, language);
  const cases = useWorkbench((state) => state.draft?.cases);
  const { scenarios, comparison, error, failure, isRunning, retry, copy, afterChange } = useScenarios(dealId);
  const isThere = comparison !== undefined && scenarios !== undefined;
  const exporting = useTableExport(t("pricing.view.scenarios"), () =>
    isThere ? scenarioTables(scenarioColumns(comparison, scenarios, cases), moneyUnit, language, t) : [],
  );
  const [question, setQuestion] = useState<ScenarioQuestion | null>(null);
  useLeftDraft({ form: "scenario", dealId }, (scenarioId) => {
    const edit = (input: ScenarioInput) => setQuestion({ kind: "edit", scenarioId, input });
    const editKnown = (known: readonly Scenario[]) => {
      const left = known.find(({ id }) => id === scenarioId);
      if (left !== undefined) edit({ name: left.name, shifts: left.shifts });
    };
    if (scenarioId === null) edit(newScenario);
    else call("scenarios.list", { dealId }).then(editKnown, showError);
  });
  const commands = {
    onEdit: ({ id, name, shifts }: Scenario) => setQuestion({ kind: "edit", scenarioId: id, input: { name, shifts } }),
    onCopy: (scenario: Scenario) => void copy(scenario),
    onRemove: (scenario: Scenario) => setQuestion({ kind: "remove", scenario }),
  };
  return (
    <AnalysisFrame
      title={t("scenarios.title", { unit })}
      intro={t("scenarios.intro")}
      isRunning={isRunning}
      failure={failure}
      onRetry={retry}
      testId="scenarios-view"
      exporting={isThere ? exporting : undefined}
      actions={
        <ScenarioStarts isFull={(scenarios?.length ?? 0) >= scenarioLimit} onStart={(input) => setQuestion({ kind: "edit", scenarioId: null, input })} />
      }
    >
      <ErrorAlert error={error} />
      {comparison === undefined || scenarios === undefined ? null : (
        <>
          <ScenarioTable comparison={comparison} scenarios={scenarios} commands={commands} />
          <ScenarioFlowChart comparison={comparison} scenarios={scenarios} />
        </>
      )}
      {question === null ? null : (
        <ScenarioQuestionDialog
          dealId={dealId}
          question={question}
          segments={comparison?.segments ?? []}
          afterChange={afterChange}
          onClose={() => setQuestion(null)}
        />
      )}
    </AnalysisFrame>
  );
}
