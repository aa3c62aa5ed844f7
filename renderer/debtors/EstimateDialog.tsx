import { zodResolver } from "@hookform/resolvers/zod";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { type Control, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { ChangedLines, DebtorRow } from "../../shared/contract/debtor-channels.ts";
import { type OwnCaseName, ownCaseNames, valuationMethods } from "../../shared/domain/debtor-sheet.ts";
import { useAction } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { FormChoice } from "../ui/forms/FormChoice.tsx";
import { FormDay } from "../ui/forms/FormDay.tsx";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormMoney } from "../ui/forms/FormMoney.tsx";
import { FormMonths } from "../ui/forms/FormMonths.tsx";
import { FormRate } from "../ui/forms/FormRate.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";
import { EstimateNote } from "./EstimateNote.tsx";
import { type EntryFields, entryFieldsSchema, entryFormSchema, entryOfFields, fieldsOfRow } from "./entry-form.ts";
import { ModelLine } from "./ModelLine.tsx";

interface EstimateDialogProps {
  readonly dealId: number;
  readonly row: DebtorRow;
  readonly onSaved: (changed: ChangedLines) => void;
  readonly onClose: () => void;
}

const methods = ["none", ...valuationMethods] as const;
const marginBases = ["onPrice", "onCost"] as const;

/** What the desk says of a debtor: its own estimates of both cases, and what they rest on. */
export function EstimateDialog({ dealId, row, onSaved, onClose }: EstimateDialogProps) {
  const { t } = useTranslation();
  const action = useAction("debtors.save");
  const form = useForm<EntryFields>({ defaultValues: fieldsOfRow(row), resolver: zodResolver(entryFormSchema, { error: encodeProblem }) });
  const { control, handleSubmit } = form;
  const draft = useFormDraft({ form, schema: entryFieldsSchema, place: { form: "debtor", dealId, recordId: row.loanId } });
  const name = row.debtorName ?? t("debtors.nameless");
  const save = handleSubmit(async (fields) => {
    const changed = await action.run({ dealId, loanId: row.loanId, entry: entryOfFields(fields) });
    if (changed === undefined) return;
    draft.drop();
    showNotice(t("debtors.saved", { name }));
    onSaved(changed);
    onClose();
  });
  const text = (field: "groupName" | "underwriter" | "evidence" | "note") => ({
    control,
    name: field,
    label: t(`debtors.column.${field}`),
    testId: `debtor-${field}`,
  });
  return (
    <FormDialog title={t("debtors.edit.title", { name })} busy={action.busy} draft={draft} error={action.error} onSubmit={() => void save()} onClose={onClose}>
      <ModelLine row={row} />
      {ownCaseNames.map((caseName) => (
        <CaseFields key={caseName} caseName={caseName} control={control} />
      ))}
      <FormChoice
        control={control}
        name="marginBasis"
        label={t("debtors.edit.basis")}
        options={marginBases}
        textOf={(basis) => t(`debtors.marginBasis.${basis}`)}
        testId="debtor-marginBasis"
      />
      <FormRate control={control} name="lowWeight" label={t("debtors.edit.lowWeight")} place="lowWeight" testId="debtor-lowWeight" />
      <EstimateNote control={control} />
      <FormChoice
        control={control}
        name="method"
        label={t("debtors.column.method")}
        options={methods}
        textOf={(method) => t(`debtors.method.${method}`)}
        testId="debtor-method"
      />
      <FormText {...text("groupName")} />
      <FormText {...text("underwriter")} />
      <FormDay control={control} name="underwrittenOn" label={t("debtors.column.underwrittenOn")} testId="debtor-underwrittenOn" />
      <FormText {...text("evidence")} wide />
      <FormText {...text("note")} lines={{ least: 2, most: 6 }} wide />
    </FormDialog>
  );
}

interface CaseFieldsProps {
  readonly caseName: OwnCaseName;
  readonly control: Control<EntryFields, unknown, EntryFields>;
}

/** The estimate of a case, a column of the dialog. */
function CaseFields({ caseName, control }: CaseFieldsProps) {
  const { t } = useTranslation();
  const part = t(`debtors.edit.${caseName}`);
  const field = <F extends "grossFen" | "costsFen" | "months" | "discountRate" | "margin">(name: F) => ({
    control,
    name: `${caseName}_${name}` as const,
    testId: `debtor-${caseName}-${name}`,
  });
  return (
    <Box role="group" aria-label={t(`debtors.part.${caseName}`)} sx={{ display: "flex", flexDirection: "column", gap: 1.5 }}>
      <Typography variant="h3">{t(`debtors.part.${caseName}`)}</Typography>
      <FormMoney {...field("grossFen")} label={t("debtors.edit.grossFen", { part })} />
      <FormMoney {...field("costsFen")} label={t("debtors.edit.costsFen", { part })} />
      <FormMonths {...field("months")} label={t("debtors.edit.months", { part })} />
      <FormRate {...field("discountRate")} label={t("debtors.edit.rate", { part })} place="hurdleRate" />
      <FormRate {...field("margin")} label={t("debtors.edit.margin", { part })} place="margin" />
    </Box>
  );
}
