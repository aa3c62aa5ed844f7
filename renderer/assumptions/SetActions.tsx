import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AssumptionSet } from "../../shared/contract/assumption-channels.ts";
import { useSession } from "../desk/session-store.ts";
import { type SetQuestion, SetQuestionDialog } from "./SetQuestionDialog.tsx";

interface SetActionsProps {
  readonly stored: AssumptionSet;
  readonly isStored: boolean;
  readonly onCopy: () => void;
  readonly onLoadRecoveries: () => void;
  readonly onRemoved: () => void;
}

/** Copy, remove, apply to the open deal; what can't be undone is asked first. */
export function SetActions({ stored, isStored, onCopy, onLoadRecoveries, onRemoved }: SetActionsProps) {
  const { t } = useTranslation();
  const openDeal = useSession((session) => session.openDeal);
  const [question, setQuestion] = useState<SetQuestion | null>(null);
  return (
    <>
      <Button variant="outlined" disabled={!isStored} onClick={onLoadRecoveries} data-testid="load-recoveries">
        {t("recoveries.load")}
      </Button>
      <Button variant="outlined" onClick={onCopy} data-testid="copy-set">
        {t("pricing.sets.copy")}
      </Button>
      {stored.seeded ? null : (
        <Button color="error" onClick={() => setQuestion({ kind: "remove" })}>
          {t("common.remove")}
        </Button>
      )}
      <Button
        variant="outlined"
        disabled={openDeal === null || !isStored}
        title={openDeal === null ? t("pricing.sets.noDeal") : undefined}
        onClick={() => openDeal && setQuestion({ kind: "apply", deal: openDeal })}
        data-testid="apply-set"
      >
        {t("pricing.sets.apply")}
      </Button>
      {question === null ? null : <SetQuestionDialog stored={stored} question={question} onRemoved={onRemoved} onClose={() => setQuestion(null)} />}
    </>
  );
}
