import Box from "@mui/material/Box";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type AssumptionSet, assumptionSetSchema } from "../../shared/contract/assumption-channels.ts";
import { assumptionGroups } from "../../shared/domain/assumptions.ts";
import { AssumptionGroups } from "../editors/AssumptionGroups.tsx";
import { type EditedValue, type EditPath, pathsWithin, refusedPaths, withNumberAt } from "../model/edit-path.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { CaseShiftsEditor } from "./CaseShiftsEditor.tsx";
import { SetActions } from "./SetActions.tsx";
import { SetHead, type SetUnderEdit } from "./SetHead.tsx";
import { useSetActions } from "./use-set-actions.ts";

interface AssumptionSetEditorProps {
  readonly stored: AssumptionSet;
  readonly onSelect: (id: number | null) => void;
}

/** One set: its names, the shifts of its cases, its groups. A seeded one is read, a copy edited. */
export function AssumptionSetEditor({ stored, onSelect }: AssumptionSetEditorProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<SetUnderEdit>(stored);
  const { failure, copy, save } = useSetActions(stored);
  const parsed = useMemo(() => assumptionSetSchema.safeParse(draft), [draft]);
  const invalidPaths = useMemo(() => refusedPaths(parsed), [parsed]);
  const invalidAssumptions = useMemo(() => pathsWithin(invalidPaths, "assumptions"), [invalidPaths]);
  const edit = useCallback((path: EditPath, next: EditedValue) => setDraft((current) => withNumberAt(current, path, next)), []);
  const editAssumption = useCallback((path: EditPath, next: EditedValue) => edit(["assumptions", ...path], next), [edit]);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(stored);
  const copyAndShow = async () => {
    const made = await copy();
    if (made) onSelect(made.id);
  };
  const saveDraft = async () => {
    const saved = parsed.success && (await save(parsed.data));
    if (saved) setDraft(saved);
  };
  return (
    <Box sx={{ overflow: "auto", display: "flex", flexDirection: "column", minHeight: 0 }}>
      <SetHead draft={draft} onChange={setDraft} invalidPaths={invalidPaths}>
        <SetActions
          stored={stored}
          isChanged={isChanged}
          canSave={isChanged && invalidPaths.size === 0}
          onCopy={() => void copyAndShow()}
          onSave={() => void saveDraft()}
          onRemoved={() => onSelect(null)}
        />
      </SetHead>
      <ErrorAlert error={failure} />
      {stored.seeded ? <Box sx={{ typography: "body2", px: 2, py: 0.75, color: "text.secondary" }}>{t("pricing.sets.readOnly")}</Box> : null}
      <Box sx={{ maxWidth: 560, pb: 3 }}>
        <CaseShiftsEditor root={draft} edit={edit} invalidPaths={invalidPaths} readOnly={stored.seeded} />
        <AssumptionGroups
          assumptions={draft.assumptions}
          sources={draft.sources}
          origin={stored.assumptions}
          edit={editAssumption}
          invalidPaths={invalidAssumptions}
          readOnly={stored.seeded}
          openAtFirst={assumptionGroups}
        />
      </Box>
    </Box>
  );
}
