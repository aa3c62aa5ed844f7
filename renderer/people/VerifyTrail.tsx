import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FileInTrail, readHead, type TrailVerdict } from "../../shared/domain/audit.ts";
import { formatDate, formatNumber } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { deedText } from "./trail-text.ts";

function verdictText({ events, signed, erased, clockSetBack, fault }: TrailVerdict, isHeld: boolean, t: TFunction): string {
  if (fault !== null) return t("trail.fault", { event: formatNumber(fault.eventId), what: t(`trail.faultOf.${fault.kind}`) });
  return [
    t("trail.holds", { events: formatNumber(events), signed: formatNumber(signed), erased: formatNumber(erased) }),
    ...(isHeld ? [t("trail.holdsToHead")] : []),
    ...(clockSetBack === 0 ? [] : [t("trail.setBack", { count: clockSetBack })]),
  ].join(" ");
}

function fileText({ fileName, event }: FileInTrail, t: TFunction): string {
  if (event === null) return t("trail.fileNotFound", { fileName });
  return t("trail.fileFound", { fileName, event: formatNumber(event.id), deed: deedText(event.kind, t), date: formatDate(event.at) });
}

/** What was found, to be said in the language of the moment. */
interface Said {
  readonly isSound: boolean;
  readonly textIn: (t: TFunction) => string;
}

/** Walks the trail, against what a paper says of it where one is at hand. */
export function VerifyTrail() {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [said, setSaid] = useState<Said | null>(null);
  const head = text.trim() === "" ? null : readHead(text);
  const isUnread = text.trim() !== "" && head === null;
  const ask = async (question: () => Promise<Said | null>) => {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await question();
      if (answer !== null) setSaid(answer);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const verify = async (): Promise<Said> => {
    const verdict = await call("trail.verify", { head });
    return { isSound: verdict.fault === null, textIn: (speak) => verdictText(verdict, head !== null, speak) };
  };
  const findFile = async (): Promise<Said | null> => {
    const found = await call("trail.findFile", undefined);
    return found === null ? null : { isSound: found.event !== null, textIn: (speak) => fileText(found, speak) };
  };
  return (
    <Box sx={{ p: 1, display: "flex", flexDirection: "column", gap: 1 }}>
      <Box
        component="form"
        noValidate
        sx={{ display: "flex", gap: 1, alignItems: "flex-start" }}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isUnread) void ask(verify);
        }}
      >
        <TextField
          label={t("trail.verifyHead")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={isUnread}
          helperText={isUnread ? t("trail.verifyHeadBad") : undefined}
          sx={{ width: 420 }}
          slotProps={{ htmlInput: { "data-testid": "trail-verify-head" } }}
        />
        <Button type="submit" variant="outlined" loading={busy} data-testid="trail-verify">
          {t("trail.verify")}
        </Button>
        <Button loading={busy} onClick={() => void ask(findFile)} data-testid="trail-find-file">
          {t("trail.checkFile")}
        </Button>
      </Box>
      <ErrorAlert error={error} />
      {said !== null && (
        <Alert severity={said.isSound ? "success" : "error"} data-testid="trail-verdict">
          {said.textIn(t)}
        </Alert>
      )}
    </Box>
  );
}
