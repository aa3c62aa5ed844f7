import { useState } from "react";
import { type ScenarioInput, scenarioInputSchema } from "../../shared/contract/scenario-channels.ts";
import type { Segment } from "../../shared/domain/codes.ts";
import { useAction } from "../desk/desk-client.ts";
import { useKeptDraft } from "../desk/kept-draft.ts";
import { useLeaving } from "../ui/use-leaving.ts";
import { draftOf, type ScenarioDraft, scenarioFormOf, scenarioOf } from "./scenario-draft.ts";

export interface ScenarioDialogProps {
  readonly dealId: number;
  /** Null: a new one. */
  readonly scenarioId: number | null;
  readonly input: ScenarioInput;
  /** Segments of the package; those that the scenario shifts already are shown too. */
  readonly segments: readonly Segment[];
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Name and shifts of a scenario while they are typed: kept until they are saved or given up. */
export function useScenarioForm({ dealId, scenarioId, input, segments, onSaved, onClose }: ScenarioDialogProps) {
  const [name, setName] = useState(input.name);
  const [draft, setDraft] = useState<ScenarioDraft>(() => draftOf(input.shifts));
  const save = useAction("scenarios.save");
  const isDirty = name !== input.name || JSON.stringify(draft) !== JSON.stringify(draftOf(input.shifts));
  const kept = useKeptDraft({
    place: { form: "scenario", dealId, recordId: scenarioId },
    value: { name, draft },
    isDirty,
    restore: (content) => {
      const left = scenarioFormOf(content);
      if (left === null) return;
      setName(left.name);
      setDraft(left.draft);
    },
  });
  const leaving = useLeaving(isDirty, () => {
    kept.drop();
    onClose();
  });
  const shown = [...new Set([...segments, ...(Object.keys(draft).filter((column) => column !== "all") as Segment[])])]; // the schema allows no other key
  const parsed = scenarioInputSchema.safeParse({ name, shifts: scenarioOf(draft) });
  const submit = async () => {
    if (!parsed.success || (await save.run({ dealId, scenarioId, scenario: parsed.data })) === undefined) return;
    kept.drop();
    onSaved();
  };
  return { name, setName, draft, setDraft, shown, parsed, kept, leaving, save, submit };
}
