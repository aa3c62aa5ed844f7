import type { AssumptionSet } from "../../shared/contract/assumption-channels.ts";
import { useCall } from "../desk/desk-client.ts";
import { useWorkbench } from "./use-workbench.ts";

/** The set that the model was made from; null while it is read. */
export function useOrigin(): AssumptionSet | null {
  const setId = useWorkbench((state) => state.model?.assumptionSetId);
  const sets = useCall("assumptions.list", undefined).data;
  return sets?.find((set) => set.id === setId) ?? null;
}
