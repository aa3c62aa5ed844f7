import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import { useTranslation } from "react-i18next";
import type { JobEvent } from "../../../shared/contract/job-events.ts";
import { call } from "../../desk/desk-client.ts";
import { showError, useSession } from "../../desk/session-store.ts";

interface FileJobProgressProps {
  readonly kind: JobEvent["kind"];
  readonly text: string;
}

export function FileJobProgress({ kind, text }: FileJobProgressProps) {
  const { t } = useTranslation();
  const job = useSession((session) => Object.values(session.jobs).find((one) => one.kind === kind));
  const progress = job?.progress ?? null;
  return (
    <Box component="output" sx={{ display: "flex", alignItems: "center", gap: 1.5, flex: 1 }}>
      <Box sx={{ whiteSpace: "nowrap" }}>{text}</Box>
      <LinearProgress
        sx={{ flex: 1 }}
        aria-label={text}
        data-testid="tape-progress"
        {...(progress === null ? {} : { variant: "determinate" as const, value: progress * 100 })}
      />
      <Button
        size="small"
        disabled={job === undefined}
        onClick={() => job && void call("jobs.cancel", { jobId: job.jobId }).catch(showError)}
        data-testid="cancel-job"
      >
        {t("common.cancel")}
      </Button>
    </Box>
  );
}
