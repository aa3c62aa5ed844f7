import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { BidDate } from "../../shared/contract/calendar-channels.ts";
import { call, useCall } from "../desk/desk-client.ts";
import { showError, showNotice } from "../desk/session-store.ts";
import { whatIsDue, whenDue } from "./date-texts.ts";
import { remindedNow } from "./due-soon.ts";
import { useClock } from "./use-clock.ts";

/** A date that was put off is another one to be reminded of. */
const keyOf = ({ id, dealId, kind, onDay, atTime }: BidDate) => `${id ?? `${dealId} ${kind}`} ${onDay} ${atTime ?? ""}`;

/** Says once of each date that it is due now, and has the system say it where nobody looks at the window. */
export function useReminders(): void {
  const { t } = useTranslation();
  const dates = useCall("calendar.list", undefined).data;
  const now = useClock();
  const told = useRef(new Set<string>());
  useEffect(() => {
    const due = remindedNow(dates ?? [], now).filter((date) => !told.current.has(keyOf(date)));
    if (due.length === 0) return;
    for (const date of due) told.current.add(keyOf(date));
    const said = due.map((date) => t("calendar.reminder", { deal: date.dealName, what: whatIsDue(date, t), when: whenDue(date) }));
    const text = said.join(t("calendar.reminderJoin"));
    showNotice(text);
    if (!document.hasFocus()) void call("app.notify", { text: text.slice(0, 200) }).catch(showError);
  }, [dates, now, t]);
}
