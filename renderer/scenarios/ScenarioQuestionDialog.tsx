import { useTranslation } from "react-i18next";
import type { Scenario, ScenarioInput } from "../../shared/contract/scenario-channels.ts";
import type { Segment } from "../../shared/domain/codes.ts";
import { call } from "../desk/desk-client.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { ScenarioDialog } from "./ScenarioDialog.tsx";

export type ScenarioQuestion =
  | { readonly kind: "edit"; readonly scenarioId: number | null; readonly input: ScenarioInput }
  | { readonly kind: "remove"; readonly scenario: Scenario };

interface ScenarioQuestionDialogProps {
  readonly dealId: number;
  readonly question: ScenarioQuestion;
  readonly segments: readonly Segment[];
  readonly afterChange: () => void;
  readonly onClose: () => void;
}

/** Edits a scenario, or asks before it is lost. */
export function ScenarioQuestionDialog({ dealId, question, segments, afterChange, onClose }: ScenarioQuestionDialogProps) {
  const { t } = useTranslation();
  if (question.kind === "edit") {
    const { scenarioId, input } = question;
    const saved = () => {
      onClose();
      afterChange();
    };
    return <ScenarioDialog dealId={dealId} scenarioId={scenarioId} input={input} segments={segments} onSaved={saved} onClose={onClose} />;
  }
  const { scenario } = question;
  return (
    <ConfirmDialog
      title={t("scenarios.removeTitle")}
      text={t("scenarios.removeText", { name: scenario.name })}
      confirmText={t("common.remove")}
      act={() => call("scenarios.remove", { scenarioId: scenario.id }).then(afterChange)}
      onClose={onClose}
    />
  );
}
