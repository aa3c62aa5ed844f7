import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Scenario } from "../../shared/contract/scenario-channels.ts";
import { useAnalysis } from "../analyses/use-analysis.ts";
import { useAction, useCall } from "../desk/desk-client.ts";
import { useWorkbench } from "../model/use-workbench.ts";

const longestName = 60;

/** The scenarios of a deal and their comparison, asked again with each pricing and each change of a scenario. */
export function useScenarios(dealId: number) {
  const { t } = useTranslation();
  const answers = useWorkbench((state) => state.answers);
  const { data: scenarios, error } = useCall("scenarios.list", { dealId });
  // Each change of the scenarios is a new question.
  const [revision, setRevision] = useState(0);
  const { data: comparison, failure, isRunning, retry } = useAnalysis("scenarios.compare", { dealId }, answers + (answers === 0 ? 0 : revision));
  const copying = useAction("scenarios.copy");
  const afterChange = () => setRevision((before) => before + 1);
  const copy = async (scenario: Scenario) => {
    const name = t("scenarios.copyOf", { name: scenario.name }).slice(0, longestName);
    if (await copying.run({ scenarioId: scenario.id, name })) afterChange();
  };
  return { scenarios, comparison, error: error ?? copying.error, failure, isRunning, retry, copy, afterChange };
}
