import { useTranslation } from "react-i18next";
import type { AssumptionSet } from "../../shared/contract/assumption-channels.ts";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { call } from "../desk/desk-client.ts";
import { showUndoable, useLanguage } from "../desk/session-store.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";

export type SetQuestion = { readonly kind: "remove" } | { readonly kind: "apply"; readonly deal: Deal };

interface SetQuestionDialogProps {
  readonly stored: AssumptionSet;
  readonly question: SetQuestion;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}

/** Asks before a set is lost, and before a deal's own assumptions give way to it. */
export function SetQuestionDialog({ stored, question, onRemoved, onClose }: SetQuestionDialogProps) {
  const { t } = useTranslation();
  const name = useLanguage() === "zh" ? stored.nameZh : stored.nameEn;
  if (question.kind === "remove")
    return (
      <ConfirmDialog
        title={t("pricing.sets.removeTitle")}
        text={t("pricing.sets.removeText", { name })}
        confirmText={t("common.remove")}
        act={() => call("assumptions.remove", { id: stored.id }).then(onRemoved)}
        onClose={onClose}
      />
    );
  const { deal } = question;
  const apply = async () => {
    await call("assumptions.apply", { dealId: deal.id, assumptionSetId: stored.id });
    await showUndoable(t("pricing.sets.applied", { name, deal: deal.name }), { area: "deal", dealId: deal.id });
  };
  return (
    <ConfirmDialog
      title={t("pricing.sets.applyTitle")}
      text={t("pricing.sets.applyText", { name, deal: deal.name })}
      confirmText={t("pricing.sets.apply")}
      isDestructive={false}
      act={apply}
      onClose={onClose}
    />
  );
}
