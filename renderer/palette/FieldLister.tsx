import { useCallback, useEffect, useMemo, useRef } from "react";
import { useCall } from "../desk/desk-client.ts";
import { AssumptionGroups } from "../editors/AssumptionGroups.tsx";
import { type FieldEntry, type FieldRows, FieldRowsContext } from "../model/field-rows.ts";

interface FieldListerProps {
  readonly dealId: number;
  readonly onFields: (fields: readonly FieldEntry[]) => void;
}

const noPaths: ReadonlySet<string> = new Set();
const noEdit = () => {};

/** Asks the editors themselves what fields there are: drawn without a row, so that no list of names is kept beside them. */
export function FieldLister({ dealId, onFields }: FieldListerProps) {
  const model = useCall("assumptions.model", { dealId }).data;
  const listed = useRef(new Map<string, FieldEntry>());
  const list = useCallback((fields: readonly FieldEntry[]) => {
    for (const field of fields) listed.current.set(field.path.join("."), field);
  }, []);
  const rows = useMemo<FieldRows>(() => ({ shows: () => false, list }), [list]);
  useEffect(() => {
    if (model !== undefined) onFields([...listed.current.values()]);
  }, [model, onFields]);
  if (model === undefined) return null;
  return (
    <div hidden>
      <FieldRowsContext value={rows}>
        <AssumptionGroups assumptions={model.assumptions} sources={model.sources} origin={null} edit={noEdit} invalidPaths={noPaths} />
      </FieldRowsContext>
    </div>
  );
}
