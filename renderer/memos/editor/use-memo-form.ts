import { useCallback, useEffect, useRef, useState } from "react";
import type { MemoForm } from "../../../shared/domain/memo-form.ts";
import { useAction } from "../../desk/desk-client.ts";

/** Typing that pauses for so long is stored. */
const pauseMs = 700;

/** The form under the desk's hands: stored by itself once typing pauses, and at the latest when the editor is left. */
export function useMemoForm(dealId: number, stored: MemoForm) {
  const [form, setForm] = useState(stored);
  const [isDirty, setIsDirty] = useState(false);
  const { run, busy, error, clearError } = useAction("memos.saveForm");
  const waiting = useRef<{ readonly form: MemoForm; readonly timer: number } | null>(null);

  const store = useCallback(async () => {
    const kept = waiting.current;
    if (kept === null) return;
    window.clearTimeout(kept.timer);
    waiting.current = null;
    await run({ dealId, form: kept.form });
    if (waiting.current === null) setIsDirty(false);
  }, [dealId, run]);

  const change = useCallback(
    (next: MemoForm) => {
      setForm(next);
      setIsDirty(true);
      if (waiting.current !== null) window.clearTimeout(waiting.current.timer);
      waiting.current = { form: next, timer: window.setTimeout(() => void store(), pauseMs) };
    },
    [store],
  );

  useEffect(() => () => void store(), [store]);
  return { form, change, isStored: !isDirty && !busy, error, clearError };
}
