import Box from "@mui/material/Box";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { AssumptionSet } from "../../shared/contract/assumption-channels.ts";
import { assumptionGroups } from "../../shared/domain/assumptions.ts";
import { useLanguage } from "../desk/session-store.ts";
import { AssumptionGroups } from "../editors/AssumptionGroups.tsx";
import { type EditedValue, type EditPath, pathsWithin } from "../model/edit-path.ts";
import { RecoveriesDialog } from "../recoveries/RecoveriesDialog.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { CaseShiftsEditor } from "./CaseShiftsEditor.tsx";
import { SetActions } from "./SetActions.tsx";
import { SetHead } from "./SetHead.tsx";
import { useSetActions } from "./use-set-actions.ts";
import { useSetStore } from "./use-set-store.ts";

interface AssumptionSetEditorProps {
  readonly stored: AssumptionSet;
  readonly onSelect: (id: number | null) => void;
}

/** One set: its names, the shifts of its cases, its groups. A seeded one is read, a copy edited. */
export function AssumptionSetEditor({ stored, onSelect }: AssumptionSetEditorProps) {
  const [opened] = useState(stored);
  const language = useLanguage();
  const store = useSetStore(stored);
  const { draft, invalidPaths, isStored, failure: saveFailure, edit, leave } = useStore(store);
  const { failure, copy } = useSetActions(stored);
  const [isLoading, setLoading] = useState(false);
  const invalidAssumptions = useMemo(() => pathsWithin(invalidPaths, "assumptions"), [invalidPaths]);
  const editAssumption = useCallback((path: EditPath, next: EditedValue) => edit(["assumptions", ...path], next), [edit]);
  const copyAndShow = async () => {
    const made = await copy();
    if (made) onSelect(made.id);
  };
  return (
    <Box sx={{ overflow: "auto", display: "flex", flexDirection: "column", minHeight: 0 }}>
      <SetHead draft={draft} onEdit={edit} onLeave={leave} invalidPaths={invalidPaths}>
        <SetActions
          stored={stored}
          isStored={isStored}
          onCopy={() => void copyAndShow()}
          onLoadRecoveries={() => setLoading(true)}
          onRemoved={() => onSelect(null)}
        />
      </SetHead>
      <ErrorAlert error={failure ?? saveFailure} />
      <SetStatus isSeeded={stored.seeded} isStored={isStored} isRefused={invalidPaths.size > 0} />
      <Box sx={{ maxWidth: 560, pb: 3 }}>
        <CaseShiftsEditor root={draft} edit={edit} leave={leave} invalidPaths={invalidPaths} readOnly={stored.seeded} />
        <AssumptionGroups
          assumptions={draft.assumptions}
          sources={draft.sources}
          origin={opened.assumptions}
          edit={editAssumption}
          leave={leave}
          invalidPaths={invalidAssumptions}
          readOnly={stored.seeded}
          openAtFirst={assumptionGroups}
        />
      </Box>
      {isLoading ? (
        <RecoveriesDialog
          set={stored}
          setName={language === "zh" ? stored.nameZh : stored.nameEn}
          onUsed={() => void store.getState().reload()}
          onClose={() => setLoading(false)}
        />
      ) : null}
    </Box>
  );
}

interface SetStatusProps {
  readonly isSeeded: boolean;
  readonly isStored: boolean;
  readonly isRefused: boolean;
}

/** Whether the set can be edited, and whether what was typed is stored. */
function SetStatus({ isSeeded, isStored, isRefused }: SetStatusProps) {
  const { t } = useTranslation();
  const key = isSeeded ? "readOnly" : isRefused ? "notStored" : isStored ? "stored" : "storing";
  return (
    <Box role="status" data-testid={`set-${key}`} sx={{ typography: "body2", px: 2, py: 0.75, color: isRefused ? "error.main" : "text.secondary" }}>
      {t(`pricing.sets.${key}`)}
    </Box>
  );
}
