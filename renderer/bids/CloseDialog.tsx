import { zodResolver } from "@hookform/resolvers/zod";
import { useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { type OpenRound, passReasons, type RoundClosing, roundClosingSchema, roundResults } from "../../shared/domain/bid-rounds.ts";
import { showNotice } from "../desk/session-store.ts";
import { FormChoice } from "../ui/forms/FormChoice.tsx";
import { FormDay } from "../ui/forms/FormDay.tsx";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormMoney } from "../ui/forms/FormMoney.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";

interface CloseDialogProps {
  readonly roundId: number;
  readonly title: string;
  /** What stands in the form at first. */
  readonly closing: RoundClosing;
  /** Answers whether it was written down. */
  readonly onSave: (closing: RoundClosing) => Promise<boolean>;
  readonly dealId: number;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
}

/** What the room makes likely: ours where we lead, else another's, and why only where the next bid would have been above our limit. */
export function likelyClosing({ standing, stepsLeft }: Pick<OpenRound, "standing" | "stepsLeft">): RoundClosing {
  const isOurs = standing?.isOwn === true;
  return {
    result: standing === null ? "passed" : isOurs ? "won" : "lost",
    reason: standing !== null && !isOurs && stepsLeft < 0 ? "aboveLimit" : null,
    winner: "",
    winnerFen: standing?.amountFen ?? null,
    reserveFen: null,
    depositBackOn: null,
    note: "",
  };
}

/** A reason is a code of its own where there is none, since a choice holds a text. */
const reasons = ["none", ...passReasons] as const;
type ClosingForm = Omit<RoundClosing, "reason"> & { reason: (typeof reasons)[number] };

/** How the sale ended: result, winner and price, reason, deposit. */
export function CloseDialog({ roundId, dealId, title, closing, busy, error, onSave, onClose }: CloseDialogProps) {
  const { t } = useTranslation();
  const form = useForm<ClosingForm>({
    defaultValues: { ...closing, reason: closing.reason ?? "none" },
    resolver: async (values, context, options) => {
      const checked = await zodResolver(roundClosingSchema, { error: encodeProblem })(closingOf(values), context as never, options as never); // the form holds a word where there is no reason
      return checked as never;
    },
  });
  const { control } = form;
  const draft = useFormDraft({ form, schema: roundClosingSchema, place: { form: "bidClosing", dealId, recordId: roundId } });
  const isWon = useWatch({ control, name: "result" }) === "won";
  const save = form.handleSubmit(async (values) => {
    if (!(await onSave(closingOf(values)))) return;
    draft.drop();
    showNotice(t("bids.card.closed"));
    onClose();
  });
  return (
    <FormDialog title={title} busy={busy} draft={draft} error={error} onSubmit={() => void save()} onClose={onClose}>
      <FormChoice
        control={control}
        name="result"
        label={t("bids.ledger.result")}
        options={roundResults}
        textOf={(one) => t(`bids.result.${one}`)}
        testId="close-result"
      />
      <FormChoice
        control={control}
        name="reason"
        label={t("bids.ledger.reason")}
        options={reasons}
        textOf={(one) => (one === "none" ? t("common.none") : t(`bids.reason.${one}`))}
        testId="close-reason"
      />
      {isWon ? null : <FormText control={control} name="winner" label={t("bids.ledger.winner")} testId="close-winner" />}
      <FormMoney control={control} name="winnerFen" label={t("bids.ledger.winnerFen")} testId="close-winnerFen" />
      <FormMoney control={control} name="reserveFen" label={t("bids.ledger.reserve")} testId="close-reserveFen" />
      <FormDay control={control} name="depositBackOn" label={t("bids.ledger.depositBack")} testId="close-depositBackOn" />
      <FormText control={control} name="note" label={t("bids.card.note")} lines={{ least: 2, most: 6 }} wide testId="close-note" />
    </FormDialog>
  );
}

/** Who won is ourselves where we did: no other name is kept then. */
const closingOf = ({ reason, ...closing }: ClosingForm): RoundClosing => ({
  ...closing,
  winner: closing.result === "won" ? "" : closing.winner,
  reason: reason === "none" ? null : reason,
});
