import { zodResolver } from "@hookform/resolvers/zod";
import Typography from "@mui/material/Typography";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { ChangedLines, DebtorRow } from "../../shared/contract/debtor-channels.ts";
import { debtorEntrySchema } from "../../shared/domain/debtor-sheet.ts";
import { useAction } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";

const groupSchema = z.object({ groupName: debtorEntrySchema.shape.groupName });

interface GroupDialogProps {
  readonly dealId: number;
  readonly rows: readonly DebtorRow[];
  readonly onSaved: (changed: ChangedLines) => void;
  readonly onClose: () => void;
}

/** The group that debtors belong to, one for all that were chosen. */
export function GroupDialog({ dealId, rows, onSaved, onClose }: GroupDialogProps) {
  const { t } = useTranslation();
  const action = useAction("debtors.group");
  const form = useForm<z.infer<typeof groupSchema>>({
    defaultValues: { groupName: rows.find(({ entry }) => (entry?.groupName ?? "") !== "")?.entry?.groupName ?? "" },
    resolver: zodResolver(groupSchema, { error: encodeProblem }),
  });
  const draft = useFormDraft({ form, schema: groupSchema, place: { form: "debtorGroup", dealId, recordId: rows[0]?.loanId ?? null } });
  const save = form.handleSubmit(async ({ groupName: name }) => {
    const changed = await action.run({ dealId, loanIds: rows.map(({ loanId }) => loanId), groupName: name });
    if (changed === undefined) return;
    draft.drop();
    showNotice(t(name === "" ? "debtors.ungrouped" : "debtors.grouped", { count: changed.lines, name }));
    onSaved(changed);
    onClose();
  });
  return (
    <FormDialog
      title={t("debtors.groupDialog.title", { count: rows.length })}
      busy={action.busy}
      draft={draft}
      error={action.error}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <FormText control={form.control} name="groupName" label={t("debtors.column.groupName")} autoFocus wide testId="group-name" />
      <Typography variant="body2" sx={{ gridColumn: "1 / -1" }}>
        {t("debtors.groupDialog.hint")}
      </Typography>
    </FormDialog>
  );
}
