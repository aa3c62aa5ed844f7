import type { Assumptions } from "../../shared/domain/assumptions.ts";
import { useCall } from "../desk/desk-client.ts";
import { useWorkbench } from "./use-workbench.ts";

/** The assumptions of the set that the model was made from; null while they are read. */
export function useOrigin(): Assumptions | null {
  const setId = useWorkbench((state) => state.model?.assumptionSetId);
  const sets = useCall("assumptions.list", undefined).data;
  return sets?.find((set) => set.id === setId)?.assumptions ?? null;
}
