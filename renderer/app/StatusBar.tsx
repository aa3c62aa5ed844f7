import Close from "@mui/icons-material/Close";
import LockOpenOutlined from "@mui/icons-material/LockOpenOutlined";
import Translate from "@mui/icons-material/Translate";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import IconButton from "@mui/material/IconButton";
import LinearProgress from "@mui/material/LinearProgress";
import Stack from "@mui/material/Stack";
import Tooltip from "@mui/material/Tooltip";
import { useTranslation } from "react-i18next";
import type { JobEvent } from "../../shared/contract/job-events.ts";
import { moneyUnits } from "../../shared/domain/codes.ts";
import { formatRate } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { showError, updateSettings, useSession, useSettings } from "../desk/session-store.ts";
import { useRovingFocus } from "../desk/use-roving-focus.ts";
import { KeyStatus } from "../people/KeyStatus.tsx";

const barButton = {
  typography: "body2",
  px: 1,
  height: 22,
  gap: 0.5,
  borderRadius: 0.5,
  "&:focus-visible": { outline: 2, outlineColor: "primary.main" },
} as const;
const lastPart = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

function JobProgress({ job }: { readonly job: JobEvent }) {
  const { t } = useTranslation();
  const name = t(`code.jobKind.${job.kind}`);
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: "center" }}>
      <span>{name}</span>
      <LinearProgress
        aria-label={name}
        sx={{ width: 96 }}
        {...(job.progress === null ? { variant: "indeterminate" } : { variant: "determinate", value: job.progress * 100 })}
      />
      {job.progress !== null && <Box sx={{ width: 34, textAlign: "right" }}>{formatRate(job.progress, 0)}</Box>}
      <Tooltip title={t("status.cancelJob")}>
        <IconButton aria-label={t("status.cancelJob")} sx={{ p: 0.25 }} onClick={() => void call("jobs.cancel", { jobId: job.jobId }).catch(showError)}>
          <Close fontSize="tiny" />
        </IconButton>
      </Tooltip>
    </Stack>
  );
}

/** Apart from the bar: each pricing is a job, and the rest of the bar need not follow it. */
function JobList() {
  const { t } = useTranslation();
  const jobs = Object.values(useSession((state) => state.jobs));
  return (
    <Stack direction="row" spacing={2} role="status" aria-label={t("status.jobs")} sx={{ flex: 1 }}>
      {jobs.length === 0 ? <span>{t("status.ready")}</span> : jobs.map((job) => <JobProgress key={job.jobId} job={job} />)}
    </Stack>
  );
}

function UnitSwitch() {
  const { t } = useTranslation();
  const { moneyUnit } = useSettings();
  return (
    <Stack direction="row" role="radiogroup" aria-label={t("status.moneyUnit")} data-testid="unit-switch">
      {moneyUnits.map((unit) => (
        <ButtonBase
          key={unit}
          role="radio"
          aria-checked={unit === moneyUnit}
          data-testid={`unit-${unit}`}
          onClick={() => void updateSettings({ moneyUnit: unit })}
          sx={{ ...barButton, color: "text.secondary", "&[aria-checked=true]": { bgcolor: "action.selected", color: "text.primary", fontWeight: 700 } }}
        >
          {t(`code.moneyUnit.${unit}`)}
        </ButtonBase>
      ))}
    </Stack>
  );
}

function LanguageSwitch() {
  const { t } = useTranslation();
  const { language } = useSettings();
  const other = language === "zh" ? "en" : "zh";
  return (
    <ButtonBase
      data-testid="language-switch"
      lang={other === "zh" ? "zh-CN" : "en"}
      onClick={() => void updateSettings({ language: other })}
      sx={{ ...barButton, "&:hover": { bgcolor: "action.hover" } }}
    >
      <Translate fontSize="tiny" />
      {t(`code.language.${other}`)}
    </ButtonBase>
  );
}

/** What the selected cells come to. */
function SelectionText() {
  const text = useSession((state) => state.selection);
  return text === null ? null : <Box data-testid="selection-text">{text}</Box>;
}

/** Says of a desk in clear that it is one, and leads to where it is encrypted. */
function PlainMark() {
  const { t } = useTranslation();
  return (
    <Tooltip describeChild title={t("status.plainHint")}>
      <ButtonBase data-testid="plain-mark" onClick={() => navigate({ screen: "safekeeping" })} sx={{ ...barButton, "&:hover": { bgcolor: "action.hover" } }}>
        <LockOpenOutlined fontSize="tiny" />
        {t("status.plain")}
      </ButtonBase>
    </Tooltip>
  );
}

/** The foot of the window: the file that is open, jobs under way, units and language. */
export function StatusBar() {
  const { t } = useTranslation();
  const info = useSession((state) => state.info);
  const roving = useRovingFocus<HTMLElement>("button, [role=radio]");
  return (
    <Stack
      ref={roving}
      component="footer"
      direction="row"
      aria-label={t("status.bar")}
      data-testid="status-bar"
      sx={{
        height: 28,
        px: 1.5,
        gap: 2,
        alignItems: "center",
        flexShrink: 0,
        typography: "body2",
        color: "text.secondary",
        bgcolor: "background.default",
        borderTop: 1,
        borderColor: "divider",
        fontVariantNumeric: "tabular-nums",
        whiteSpace: "nowrap",
      }}
    >
      <Tooltip describeChild title={info?.databaseFile ?? ""} placement="top-start">
        <Box sx={{ overflow: "hidden", textOverflow: "ellipsis" }}>
          {info ? t("status.database", { file: lastPart(info.databaseFile) }) : t("status.databaseUnknown")}
        </Box>
      </Tooltip>
      {info?.isEncrypted === false && <PlainMark />}
      <JobList />
      <SelectionText />
      <KeyStatus />
      <UnitSwitch />
      <LanguageSwitch />
      {info && <span>{t("status.version", { version: info.version, engineVersion: info.engineVersion })}</span>}
    </Stack>
  );
}
