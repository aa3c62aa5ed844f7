import { z } from "zod";
import { type MemoSection, memoSections } from "./memo-sections.ts";
import { emptyText, richTextSchema } from "./rich-text.ts";

const sectionSchema = z.object({
  key: z.enum(memoSections),
  isOn: z.boolean(),
  /** The desk's own words below the section's heading. */
  textZh: richTextSchema,
  textEn: richTextSchema,
});
export type SectionForm = z.infer<typeof sectionSchema>;

/** How the desk wants a deal's memo: what stands in it, in which order, with which words, and who may read it. */
export const memoFormSchema = z
  .object({
    sections: z.array(sectionSchema),
    masksPersons: z.boolean(),
    isConfidential: z.boolean(),
    /** Null: the cut-off date. */
    valuationOn: z.iso.date().nullable(),
    diligenceOn: z.iso.date().nullable(),
    /** Why the two days differ. */
    datesReason: z.string().trim().max(1000),
  })
  .refine(({ sections }) => new Set(sections.map(({ key }) => key)).size === sections.length, "a section stands once")
  .refine(({ sections }) => sections[0]?.key === "decision" && sections[0].isOn, "the recommendation is there, and first");
export type MemoForm = z.infer<typeof memoFormSchema>;

const usualSection = (key: MemoSection): SectionForm => ({ key, isOn: true, textZh: emptyText, textEn: emptyText });

/** The memo of a deal of which nothing was said. */
export const usualMemoForm: MemoForm = {
  sections: memoSections.map(usualSection),
  masksPersons: true,
  isConfidential: true,
  valuationOn: null,
  diligenceOn: null,
  datesReason: "",
};

/** A form with the sections that came after it was saved, each behind the one that usually stands before it. */
export function completeForm(form: MemoForm): MemoForm {
  const sections = [...form.sections];
  for (const [at, key] of memoSections.entries()) {
    if (sections.some((one) => one.key === key)) continue;
    const before = sections.findIndex((one) => one.key === memoSections[at - 1]);
    sections.splice(before + 1, 0, usualSection(key));
  }
  return { ...form, sections };
}

/** A form of another deal's: its sections and words, but not its days. */
export const asTemplate = (form: MemoForm): MemoForm => ({ ...form, valuationOn: null, diligenceOn: null, datesReason: "" });

/** A section one place up or down; the recommendation stays first. */
export function movedSection(form: MemoForm, key: MemoSection, by: -1 | 1): MemoForm {
  const from = form.sections.findIndex((one) => one.key === key);
  const to = from + by;
  const section = form.sections[from];
  if (section === undefined || from < 1 || to < 1 || to >= form.sections.length) return form;
  const sections = form.sections.filter((one) => one.key !== key);
  sections.splice(to, 0, section);
  return { ...form, sections };
}

export const changedSection = (form: MemoForm, key: MemoSection, change: Partial<Omit<SectionForm, "key">>): MemoForm => ({
  ...form,
  sections: form.sections.map((one) => (one.key === key ? { ...one, ...change } : one)),
});
