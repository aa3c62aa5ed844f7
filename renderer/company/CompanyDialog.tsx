import { zodResolver } from "@hookform/resolvers/zod";
import { type FieldValues, type Resolver, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { CompanyRecord } from "../../shared/contract/company-channels.ts";
import {
  type CompanyQuarter,
  type CompanyQuarterInput,
  companyFigures,
  companyQuarterSchema,
  type Exposure,
  type ExposureInput,
  exposureSchema,
  type Instrument,
  type InstrumentInput,
  instrumentKinds,
  instrumentSchema,
} from "../../shared/domain/company.ts";
import { useAction } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { FormCheck } from "../ui/forms/FormCheck.tsx";
import { FormChoice } from "../ui/forms/FormChoice.tsx";
import { FormDay } from "../ui/forms/FormDay.tsx";
import { FormDialog } from "../ui/forms/FormDialog.tsx";
import { FormMoney } from "../ui/forms/FormMoney.tsx";
import { FormRate } from "../ui/forms/FormRate.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { encodeProblem } from "../ui/forms/field-problem.ts";
import { useFormDraft } from "../ui/forms/use-form-draft.ts";

/** The record that is being edited; a row of null: a new one. */
export type CompanyEdit =
  | { readonly kind: "quarter"; readonly row: CompanyQuarter | null }
  | { readonly kind: "instrument"; readonly row: Instrument | null }
  | { readonly kind: "exposure"; readonly row: Exposure | null };

interface DialogProps<Row> {
  readonly row: Row | null;
  readonly onClose: () => void;
}

/** The dialog of a record of the company. */
export function CompanyDialog({ edit, onClose }: { readonly edit: CompanyEdit; readonly onClose: () => void }) {
  switch (edit.kind) {
    case "quarter":
      return <QuarterDialog row={edit.row} onClose={onClose} />;
    case "instrument":
      return <InstrumentDialog row={edit.row} onClose={onClose} />;
    case "exposure":
      return <ExposureDialog row={edit.row} onClose={onClose} />;
  }
}

/** Saves what a form holds once its schema takes it. */
function useRecordSave(id: number | null, onSaved: () => void) {
  const { t } = useTranslation();
  const action = useAction("company.save");
  const save = async (entry: CompanyRecord, drop: () => void) => {
    if ((await action.run({ id, entry })) === undefined) return;
    drop();
    showNotice(t("company.saved"));
    onSaved();
  };
  return { busy: action.busy, error: action.error, save };
}

/** A form may hold nothing where its schema wants something; the schema refuses that. */
const resolverOf = <V extends FieldValues>(schema: object) => zodResolver(schema as never, { error: encodeProblem }) as unknown as Resolver<V, unknown, V>; // the form is wider than its schema

type QuarterForm = Omit<CompanyQuarterInput, "quarterEnd"> & { quarterEnd: string | null };
const blankQuarter: QuarterForm = {
  quarterEnd: null,
  netAssetsFen: null,
  borrowingsFen: null,
  cashFen: null,
  liquidAssetsFen: null,
  outflow30Fen: null,
  inflow30Fen: null,
  relatedClaimsFen: null,
  investedAllFen: null,
  investedNplFen: null,
  totalAssetsFen: null,
  isConfirmed: false,
  source: "",
};

function QuarterDialog({ row, onClose }: DialogProps<CompanyQuarter>) {
  const { t } = useTranslation();
  const { busy, error, save } = useRecordSave(row?.id ?? null, onClose);
  const form = useForm<QuarterForm, unknown, QuarterForm>({
    defaultValues: row === null ? blankQuarter : companyQuarterSchema.parse(row),
    resolver: resolverOf<QuarterForm>(companyQuarterSchema),
  });
  const { control, handleSubmit } = form;
  const draft = useFormDraft({ form, schema: companyQuarterSchema, place: { form: "companyQuarter", dealId: null, recordId: row?.id ?? null } });
  const submit = handleSubmit((typed) => save({ kind: "quarter", record: companyQuarterSchema.parse(typed) }, draft.drop));
  return (
    <FormDialog title={t("company.editQuarter")} busy={busy} draft={draft} error={error} onSubmit={() => void submit()} onClose={onClose}>
      <FormDay control={control} name="quarterEnd" label={t("company.quarterEnd")} required testId="quarter-quarterEnd" />
      {companyFigures.map((figure) => (
        <FormMoney key={figure} control={control} name={figure} label={t(`company.figure.${figure}`)} testId={`quarter-${figure}`} />
      ))}
      <FormText control={control} name="source" label={t("company.source")} wide testId="quarter-source" />
      <FormCheck control={control} name="isConfirmed" label={t("company.isConfirmed")} testId="quarter-isConfirmed" />
    </FormDialog>
  );
}

type InstrumentForm = Omit<InstrumentInput, "drawnFen"> & { drawnFen: number | null };
const blankInstrument: InstrumentForm = { kind: "bank", name: "", limitFen: null, drawnFen: null, rate: null, startsOn: null, maturesOn: null, covenants: "" };

function InstrumentDialog({ row, onClose }: DialogProps<Instrument>) {
  const { t } = useTranslation();
  const { busy, error, save } = useRecordSave(row?.id ?? null, onClose);
  const form = useForm<InstrumentForm, unknown, InstrumentForm>({
    defaultValues: row === null ? blankInstrument : instrumentSchema.parse(row),
    resolver: resolverOf<InstrumentForm>(instrumentSchema),
  });
  const { control, handleSubmit } = form;
  const draft = useFormDraft({ form, schema: instrumentSchema, place: { form: "companyInstrument", dealId: null, recordId: row?.id ?? null } });
  const submit = handleSubmit((typed) => save({ kind: "instrument", record: instrumentSchema.parse(typed) }, draft.drop));
  return (
    <FormDialog title={t("company.editInstrument")} busy={busy} draft={draft} error={error} onSubmit={() => void submit()} onClose={onClose}>
      <FormText control={control} name="name" label={t("company.name")} required autoFocus testId="instrument-name" />
      <FormChoice
        control={control}
        name="kind"
        label={t("company.kind")}
        options={instrumentKinds}
        textOf={(kind) => t(`company.instrumentKind.${kind}`)}
        testId="instrument-kind"
      />
      <FormMoney control={control} name="limitFen" label={t("company.limit")} testId="instrument-limitFen" />
      <FormMoney control={control} name="drawnFen" label={t("company.drawn")} testId="instrument-drawnFen" />
      <FormRate control={control} name="rate" label={t("company.rate")} place="leverage.annualRate" testId="instrument-rate" />
      <FormDay control={control} name="startsOn" label={t("company.startsOn")} testId="instrument-startsOn" />
      <FormDay control={control} name="maturesOn" label={t("company.maturesOn")} testId="instrument-maturesOn" />
      <FormText control={control} name="covenants" label={t("company.covenants")} wide lines={{ least: 2 }} testId="instrument-covenants" />
    </FormDialog>
  );
}

type ExposureForm = Omit<ExposureInput, "balanceFen"> & { balanceFen: number | null };
const blankExposure: ExposureForm = { name: "", identifier: "", groupName: "", balanceFen: null, isRelated: false };

function ExposureDialog({ row, onClose }: DialogProps<Exposure>) {
  const { t } = useTranslation();
  const { busy, error, save } = useRecordSave(row?.id ?? null, onClose);
  const form = useForm<ExposureForm, unknown, ExposureForm>({
    defaultValues: row === null ? blankExposure : exposureSchema.parse(row),
    resolver: resolverOf<ExposureForm>(exposureSchema),
  });
  const { control, handleSubmit } = form;
  const draft = useFormDraft({ form, schema: exposureSchema, place: { form: "companyExposure", dealId: null, recordId: row?.id ?? null } });
  const submit = handleSubmit((typed) => save({ kind: "exposure", record: exposureSchema.parse(typed) }, draft.drop));
  return (
    <FormDialog title={t("company.editExposure")} busy={busy} draft={draft} error={error} onSubmit={() => void submit()} onClose={onClose}>
      <FormText control={control} name="name" label={t("company.name")} required autoFocus testId="exposure-name" />
      <FormText control={control} name="identifier" label={t("company.identifier")} testId="exposure-identifier" />
      <FormText control={control} name="groupName" label={t("company.group")} testId="exposure-groupName" />
      <FormMoney control={control} name="balanceFen" label={t("company.balance")} testId="exposure-balanceFen" />
      <FormCheck control={control} name="isRelated" label={t("company.isRelated")} testId="exposure-isRelated" />
    </FormDialog>
  );
}
