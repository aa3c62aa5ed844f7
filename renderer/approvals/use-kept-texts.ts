import { useState } from "react";
import type { DraftForm } from "../../shared/contract/draft-channels.ts";
import { useKeptDraft } from "../desk/kept-draft.ts";

type Texts = Readonly<Record<string, string>>;

/** What is typed into a step of a paper, kept until the step is taken: over another screen, a crash and the next start. */
export function useKeptTexts<T extends Texts>(form: DraftForm, dealId: number, recordId: number | null, first: T) {
  const [texts, setTexts] = useState(first);
  const draft = useKeptDraft({
    place: { form, dealId, recordId },
    value: texts,
    isDirty: Object.entries(texts).some(([name, text]) => text !== first[name]),
    restore: (content) => {
      const kept = Object.entries((content ?? {}) as object).filter(([name, text]) => name in first && typeof text === "string");
      setTexts((before) => ({ ...before, ...(Object.fromEntries(kept) as Partial<T>) })); // texts under the names of `first`
    },
  });
  return {
    texts,
    change: (some: Partial<T>) => setTexts((before) => ({ ...before, ...some })),
    /** The step was taken. */
    clear: () => {
      draft.drop();
      setTexts(first);
    },
  };
}

/** An amount among texts: whole fen, or nothing. */
export const fenOfText = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : null);
