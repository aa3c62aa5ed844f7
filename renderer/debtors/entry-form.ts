import { z } from "zod";
import type { DebtorRow } from "../../shared/contract/debtor-channels.ts";
import {
  type DebtorEntry,
  debtorEntrySchema,
  emptyEntry,
  firstWeight,
  type OwnCaseName,
  type OwnEstimate,
  ownCaseNames,
} from "../../shared/domain/debtor-sheet.ts";

const { low, lowWeight, method, groupName, marginBasis, underwriter, underwrittenOn, evidence, note } = debtorEntrySchema.shape;
const { grossFen, costsFen, months, discountRate, margin } = low.unwrap().shape;

const caseFields = {
  grossFen: grossFen.nullable(),
  costsFen: costsFen.nullable(),
  months: months.nullable(),
  discountRate,
  margin,
} as const;
const fieldsOf = <Name extends OwnCaseName>(name: Name) =>
  Object.fromEntries(Object.entries(caseFields).map(([field, schema]) => [`${name}_${field}`, schema])) as {
    [Field in keyof typeof caseFields as `${Name}_${Field}`]: (typeof caseFields)[Field];
  };

/** The fields of the dialog, each by itself. */
export const entryFieldsSchema = z.object({
  ...fieldsOf("low"),
  ...fieldsOf("high"),
  lowWeight,
  marginBasis,
  method: z.enum(["none", ...method.unwrap().options]),
  groupName,
  underwriter,
  underwrittenOn,
  evidence,
  note,
});
export type EntryFields = z.infer<typeof entryFieldsSchema>;

const together = ["grossFen", "costsFen", "months"] as const;

/** Gross recovery, costs and months of a case are stated together, or none of them is. */
export const entryFormSchema = entryFieldsSchema.superRefine((fields, context) => {
  for (const name of ownCaseNames) {
    const isStated =
      together.some((field) => fields[`${name}_${field}`] !== null) || fields[`${name}_discountRate`] !== null || fields[`${name}_margin`] !== null;
    for (const field of together) {
      if (isStated && fields[`${name}_${field}`] === null)
        context.addIssue({ code: "invalid_type", expected: "number", input: null, path: [`${name}_${field}`] });
    }
  }
});

const formOfCase = (name: OwnCaseName, estimate: OwnEstimate | null | undefined) =>
  Object.fromEntries(Object.keys(caseFields).map((field) => [`${name}_${field}`, estimate?.[field as keyof OwnEstimate] ?? null])); // the schema's own keys

/** What the dialog begins with: the line as it is, or an empty one. */
export function fieldsOfRow({ entry }: DebtorRow): EntryFields {
  const { groupName: group, ...said } = entry ?? { ...emptyEntry, lowWeight: firstWeight };
  return entryFieldsSchema.parse({
    ...said,
    groupName: group,
    method: said.method ?? "none",
    ...formOfCase("low", entry?.low),
    ...formOfCase("high", entry?.high),
  });
}

function estimateOf(fields: EntryFields, name: OwnCaseName): OwnEstimate | null {
  const [gross, costs, month] = [fields[`${name}_grossFen`], fields[`${name}_costsFen`], fields[`${name}_months`]];
  if (gross === null || costs === null || month === null) return null;
  return { grossFen: gross, costsFen: costs, months: month, discountRate: fields[`${name}_discountRate`], margin: fields[`${name}_margin`] };
}

/** The line that the dialog's fields make; a weight without any estimate says nothing. */
export function entryOfFields(fields: EntryFields): DebtorEntry {
  const [ownLow, ownHigh] = [estimateOf(fields, "low"), estimateOf(fields, "high")];
  return {
    groupName: fields.groupName,
    method: fields.method === "none" ? null : fields.method,
    low: ownLow,
    high: ownHigh,
    lowWeight: ownLow === null && ownHigh === null ? null : fields.lowWeight,
    marginBasis: fields.marginBasis,
    underwriter: fields.underwriter,
    underwrittenOn: fields.underwrittenOn,
    evidence: fields.evidence,
    note: fields.note,
  };
}
