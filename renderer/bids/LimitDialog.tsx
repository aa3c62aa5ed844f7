import { zodResolver } from "@hookform/resolvers/zod";
import Typography from "@mui/material/Typography";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { OpenRound } from "../../shared/domain/bid-rounds.ts";
import { noValue } from "../../shared/format.ts";
import { useAction, useCall } from "../desk/desk-client.ts";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormMoney } from "../ui/forms/FormMoney.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { wideField } from "../ui/forms/form-field.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";

interface LimitDialogProps {
  readonly dealId: number;
  readonly round: OpenRound;
  readonly way: "lower" | "raise";
  readonly onClose: () => void;
}

const loweredSchema = z.object({ limitFen: z.number().int().positive(), raisedBy: z.string(), reason: z.string() });
const raisedSchema = loweredSchema.extend({ raisedBy: z.string().trim().min(1).max(80), reason: z.string().trim().min(1).max(400) });
/** Where the desk has persons, who decides is whose key is open. */
const signedSchema = raisedSchema.extend({ raisedBy: z.string() });
type NewLimit = z.infer<typeof loweredSchema>;
/** The limit is typed: what stood there is no proposal. */
type LimitForm = Omit<NewLimit, "limitFen"> & { limitFen: number | null };

/** A new limit: lower at will, higher only with a name and a reason. */
export function LimitDialog({ dealId, round, way, onClose }: LimitDialogProps) {
  const { t } = useTranslation();
  const lower = useAction("bids.lowerLimit");
  const raise = useAction("bids.raiseLimit");
  const persons = useCall("people.list", undefined).data ?? [];
  const signer = useCall("people.session", undefined).data?.name ?? "";
  const isSigned = persons.some(({ retiredAt }) => retiredAt === null);
  const schema = way === "lower" ? loweredSchema : isSigned ? signedSchema : raisedSchema;
  const form = useForm<LimitForm, unknown, NewLimit>({
    defaultValues: { limitFen: null, raisedBy: way === "raise" ? round.raiser : "", reason: "" },
    resolver: zodResolver<LimitForm, unknown, NewLimit>(schema as never, { error: encodeProblem }), // the form is wider than what the schema takes
  });
  const { control } = form;
  const draft = useFormDraft({ form, schema, place: { form: way === "lower" ? "bidLimit" : "bidRaise", dealId, recordId: round.id } });
  const action = way === "lower" ? lower : raise;
  const save = form.handleSubmit(async ({ limitFen, raisedBy, reason }) => {
    const done =
      way === "lower"
        ? await lower.run({ dealId, limitFen })
        : await raise.run({ dealId, limitFen, raisedBy: isSigned ? signer || round.raiser || noValue : raisedBy, reason });
    if (done === undefined) return;
    draft.drop();
    onClose();
  });
  return (
    <FormDialog title={t(`bids.card.${way}Title`)} busy={action.busy} draft={draft} error={action.error} onSubmit={() => void save()} onClose={onClose}>
      <FormMoney control={control} name="limitFen" label={t("bids.card.newLimit")} testId="limit-limitFen" />
      {way === "lower" ? null : (
        <>
          {isSigned ? null : <FormText control={control} name="raisedBy" label={t("bids.card.raisedBy")} testId="limit-raisedBy" />}
          <FormText control={control} name="reason" label={t("bids.card.raiseReason")} wide testId="limit-reason" />
        </>
      )}
      <Typography variant="body2" sx={wideField}>
        {t(way === "lower" ? "bids.card.lowerNote" : isSigned ? "bids.card.raiseSigned" : "bids.card.raiseNote", {
          raiser: round.raiser === "" ? t("bids.card.nobodyRaises") : round.raiser,
        })}
      </Typography>
    </FormDialog>
  );
}
