import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { type Deal, type DealInput, dealInputSchema, inputOf, newDeal } from "../../shared/contract/deal-channels.ts";
import { dealKinds, saleProcesses, workStatuses } from "../../shared/domain/codes.ts";
import type { TapeUnit } from "../../shared/domain/tape-units.ts";
import { useAction } from "../desk/desk-client.ts";
import { FormChoice } from "../ui/forms/FormChoice.tsx";
import { FormDay } from "../ui/forms/FormDay.tsx";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";
import type { DealFromTape } from "./deal-from-tape.ts";
import { TapeOfDeal } from "./TapeOfDeal.tsx";

interface DealDialogProps {
  /** Null: a new deal. */
  readonly deal: Deal | null;
  /** The tape that a new deal begins with. */
  readonly tape: DealFromTape | null;
  /** `unit` is that of the tape's amounts. */
  readonly onSaved: (deal: Deal, unit: TapeUnit | null) => void;
  readonly onClose: () => void;
}

/** What is registered of a deal. */
export function DealDialog({ deal, tape, onSaved, onClose }: DealDialogProps) {
  const { t } = useTranslation();
  const create = useAction("deals.create");
  const update = useAction("deals.update");
  const form = useForm<DealInput>({
    defaultValues: deal ? inputOf(deal) : (tape?.deal ?? newDeal),
    resolver: zodResolver(dealInputSchema, { error: encodeProblem }),
  });
  const { control, handleSubmit } = form;
  const [unit, setUnit] = useState(tape?.unit ?? null);
  const draft = useFormDraft({ form, schema: dealInputSchema, place: { form: "deal", dealId: null, recordId: deal?.id ?? null } });
  const [cutOffDate, bidDeadline] = useWatch({ control, name: ["cutOffDate", "bidDeadline"] });
  const isEarly = cutOffDate !== null && bidDeadline !== null && bidDeadline < cutOffDate;
  const labelOf = (name: keyof DealInput): string => t(`deals.${name}`);
  const field = <N extends keyof DealInput>(name: N) => ({ control, name, label: labelOf(name), testId: `deal-${name}` });

  const save = handleSubmit(async (input) => {
    const saved = deal ? await update.run({ dealId: deal.id, deal: input }) : await create.run(input);
    if (saved === undefined) return;
    draft.drop();
    onSaved(saved, unit);
  });

  return (
    <FormDialog
      title={t(deal ? "deals.editDeal" : "deals.newDeal")}
      busy={create.busy || update.busy}
      draft={draft}
      error={create.error ?? update.error}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {tape === null ? null : <TapeOfDeal fileName={tape.file.fileName} unit={unit} likelyUnit={tape.likelyUnit} onUnit={setUnit} />}
      <FormText {...field("name")} required autoFocus wide />
      <FormText {...field("seller")} wide />
      <FormChoice {...field("kind")} options={dealKinds} textOf={(kind) => t(`code.dealKind.${kind}`)} />
      <FormChoice {...field("process")} options={saleProcesses} textOf={(process) => t(`code.saleProcess.${process}`)} />
      <FormDay {...field("cutOffDate")} />
      <FormDay {...field("bidDeadline")} hint={isEarly ? t("form.deadlineBeforeCutOff") : undefined} />
      <FormChoice {...field("status")} options={workStatuses} textOf={(status) => t(`code.dealStatus.${status}`)} />
      <FormText {...field("owner")} wide />
      <FormText {...field("notes")} lines={{ least: 3, most: 8 }} wide />
    </FormDialog>
  );
}
