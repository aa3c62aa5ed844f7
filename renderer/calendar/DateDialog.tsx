import { zodResolver } from "@hookform/resolvers/zod";
import { type Resolver, useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { BidDate } from "../../shared/contract/calendar-channels.ts";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { type BidDateInput, bidDateInputSchema, dateKinds } from "../../shared/domain/bid-dates.ts";
import { useAction } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { FormCheck } from "../ui/forms/FormCheck.tsx";
import { FormChoice } from "../ui/forms/FormChoice.tsx";
import { FormCount } from "../ui/forms/FormCount.tsx";
import { FormDay } from "../ui/forms/FormDay.tsx";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { FormTime } from "../ui/forms/FormTime.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";

/** The deal is a choice, which holds a text. */
const dateFormSchema = z.object({ ...bidDateInputSchema.shape, deal: z.string() });
type DateForm = Omit<BidDateInput, "onDay"> & { onDay: string | null; deal: string };

interface DateDialogProps {
  /** Null: a new one. */
  readonly date: BidDate | null;
  readonly deals: readonly Deal[];
  /** The deal that a new date is of at first. */
  readonly dealId: number;
  readonly onClose: () => void;
}

/** What falls due in a deal, when and at what hour. */
export function DateDialog({ date, deals, dealId, onClose }: DateDialogProps) {
  const { t } = useTranslation();
  const action = useAction("calendar.save");
  const form = useForm<DateForm>({
    defaultValues: {
      deal: String(date?.dealId ?? dealId),
      kind: date?.kind ?? "deposit",
      round: date?.round ?? null,
      onDay: date?.onDay ?? null,
      atTime: date?.atTime ?? null,
      note: date?.note ?? "",
      isDone: date?.isDone ?? false,
    },
    // A form may hold nothing where its schema wants something; the schema refuses that.
    resolver: zodResolver(bidDateInputSchema.safeExtend({ deal: z.string() }) as never, { error: encodeProblem }) as unknown as Resolver<DateForm>,
  });
  const { control } = form;
  const draft = useFormDraft({ form, schema: dateFormSchema, place: { form: "bidDate", dealId: null, recordId: date?.id ?? null } });
  const isRound = useWatch({ control, name: "kind" }) === "round";
  const save = form.handleSubmit(async ({ deal, ...values }) => {
    const entered = bidDateInputSchema.parse({ ...values, round: isRound ? values.round : null });
    if ((await action.run({ id: date?.id ?? null, dealId: Number(deal), date: entered })) === undefined) return;
    draft.drop();
    showNotice(t("calendar.saved"));
    onClose();
  });
  const nameOf = (id: string) => deals.find((deal) => String(deal.id) === id)?.name ?? date?.dealName ?? "";
  return (
    <FormDialog
      title={t(date === null ? "calendar.add" : "calendar.edit")}
      busy={action.busy}
      draft={draft}
      error={action.error}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <FormChoice
        control={control}
        name="deal"
        label={t("calendar.deal")}
        options={date === null ? deals.map(({ id }) => String(id)) : [String(date.dealId)]}
        textOf={nameOf}
        testId="date-deal"
      />
      <FormChoice
        control={control}
        name="kind"
        label={t("calendar.kind")}
        options={dateKinds}
        textOf={(kind) => (kind === "round" ? t("calendar.round") : t(`calendar.kindOf.${kind}`))}
        testId="date-kind"
      />
      <FormDay control={control} name="onDay" label={t("calendar.day")} required testId="date-day" />
      <FormTime control={control} name="atTime" label={t("calendar.time")} zone={t("calendar.zone")} testId="date-time" />
      {isRound && <FormCount control={control} name="round" label={t("calendar.round")} unit={t("calendar.unitRound")} testId="date-round" />}
      <FormText control={control} name="note" label={t("calendar.note")} lines={{ least: 2, most: 4 }} wide testId="date-note" />
      <FormCheck control={control} name="isDone" label={t("calendar.done")} testId="date-done" />
    </FormDialog>
  );
}
