import { useEffect, useMemo, useRef, useState } from "react";
import type { DraftPlace } from "../../shared/contract/draft-channels.ts";
import { call, useSameInput } from "./desk-client.ts";
import { draftKeeper } from "./draft-keeper.ts";
import { showError } from "./session-store.ts";

interface DraftParts {
  readonly place: DraftPlace;
  /** What the form holds now. */
  readonly value: unknown;
  /** It holds something that isn't saved. */
  readonly isDirty: boolean;
  /** Puts back what was kept. */
  readonly restore: (content: unknown) => void;
}

export interface KeptDraft {
  /** When what was put back was typed; null where nothing was. */
  readonly keptAt: string | null;
  /** To be called once the form is saved or given up. */
  readonly drop: () => void;
}

/** Keeps what is typed into a form until it is saved or given up, and puts it back when the form opens again. */
export function useKeptDraft({ place, value, isDirty, restore }: DraftParts): KeptDraft {
  const same = useSameInput(place);
  const keeper = useMemo(
    () => draftKeeper<string>({ store: (content) => call("drafts.keep", { ...same, content }), forget: () => call("drafts.drop", same) }),
    [same],
  );
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const putBack = useRef(restore);
  const isKept = useRef(false);

  useEffect(() => {
    const { recordId, ...kind } = same;
    let isOpen = true;
    call("drafts.of", kind).then((drafts) => {
      const draft = drafts.find((one) => one.recordId === recordId);
      if (!isOpen || draft === undefined || isKept.current) return;
      putBack.current(JSON.parse(draft.content));
      setKeptAt(draft.keptAt);
    }, showError);
    return () => {
      isOpen = false;
    };
  }, [same]);
  useEffect(() => keeper.watch(), [keeper]);

  const content = useSameInput(value);
  useEffect(() => {
    if (isDirty) keeper.keep(JSON.stringify(content));
    else if (isKept.current) keeper.drop();
    isKept.current = isDirty;
  }, [content, isDirty, keeper]);

  return { keptAt, drop: keeper.drop };
}

/** Opens the form again that was being filled in when its screen was left: `open` is told of which record, null of a new one. */
export function useLeftDraft({ form, dealId }: Omit<DraftPlace, "recordId">, open: (recordId: number | null) => void): void {
  const opening = useRef(open);
  useEffect(() => {
    let isOpen = true;
    call("drafts.of", { form, dealId }).then(([latest]) => {
      if (isOpen && latest !== undefined) opening.current(latest.recordId);
    }, showError);
    return () => {
      isOpen = false;
    };
  }, [form, dealId]);
}
