import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { type StructureTerms, structureTermsSchema } from "../../shared/domain/bid-plan.ts";
import { useAction } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormMonths } from "../ui/forms/FormMonths.tsx";
import { FormRate } from "../ui/forms/FormRate.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";

interface StructuresDialogProps {
  readonly dealId: number;
  readonly structures: StructureTerms;
  readonly onClose: () => void;
}

/** In the order in which they are read; months and rates are typed each in their own way. */
const fields = [
  ["sellerRate", "rate"],
  ["targetRate", "rate"],
  ["downShare", "rate"],
  ["instalmentMonths", "months"],
  ["rightsShare", "rate"],
  ["rightsMonths", "months"],
  ["debtShare", "rate"],
  ["debtRate", "rate"],
  ["debtMonths", "months"],
  ["laterMonths", "months"],
] as const;

/** What the structures are made of. */
export function StructuresDialog({ dealId, structures, onClose }: StructuresDialogProps) {
  const { t } = useTranslation();
  const action = useAction("bids.saveStructures");
  const form = useForm<StructureTerms>({ defaultValues: structures, resolver: zodResolver(structureTermsSchema, { error: encodeProblem }) });
  const { control } = form;
  const draft = useFormDraft({ form, schema: structureTermsSchema, place: { form: "bidStructures", dealId, recordId: null } });
  const save = form.handleSubmit(async (typed) => {
    if ((await action.run({ dealId, structures: typed })) === undefined) return;
    draft.drop();
    showNotice(t("bids.structures.saved"));
    onClose();
  });
  return (
    <FormDialog title={t("bids.structures.dialog")} busy={action.busy} draft={draft} error={action.error} onSubmit={() => void save()} onClose={onClose}>
      {fields.map(([name, kind]) =>
        kind === "months" ? (
          <FormMonths key={name} control={control} name={name} label={t(`bids.structures.field.${name}`)} testId={`structure-${name}`} />
        ) : (
          <FormRate key={name} control={control} name={name} label={t(`bids.structures.field.${name}`)} place={`bids.${name}`} testId={`structure-${name}`} />
        ),
      )}
    </FormDialog>
  );
}
