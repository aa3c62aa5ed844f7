import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { JobEvent } from "../../shared/contract/job-events.ts";
import { call } from "../desk/desk-client.ts";
import { showError, useSession } from "../desk/session-store.ts";

/** What takes longer may be waited for in another window. */
const longMs = 10_000;

/** Has the system say that a long job is over, where nobody looks at the window. */
export function useLongJobNotice(): void {
  const { t } = useTranslation();
  useEffect(() => {
    const begun = new Map<string, { readonly at: number; readonly kind: JobEvent["kind"] }>();
    return useSession.subscribe(({ jobs }) => {
      for (const { jobId, kind } of Object.values(jobs)) if (!begun.has(jobId)) begun.set(jobId, { at: performance.now(), kind });
      for (const [jobId, { at, kind }] of begun) {
        if (jobId in jobs) continue;
        begun.delete(jobId);
        if (performance.now() - at < longMs || document.hasFocus()) continue;
        void call("app.notify", { text: t("status.jobOver", { job: t(`code.jobKind.${kind}`) }) }).catch(showError);
      }
    });
  }, [t]);
}
