import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readHead, type TrailVerdict } from "../../shared/domain/audit.ts";
import { formatNumber } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";

function verdictText({ events, signed, erased, clockSetBack, fault }: TrailVerdict, isHeld: boolean, t: TFunction): string {
  if (fault !== null) return t("trail.fault", { event: formatNumber(fault.eventId), what: t(`trail.faultOf.${fault.kind}`) });
  return [
    t("trail.holds", { events: formatNumber(events), signed: formatNumber(signed), erased: formatNumber(erased) }),
    ...(isHeld ? [t("trail.holdsToHead")] : []),
    ...(clockSetBack === 0 ? [] : [t("trail.setBack", { count: clockSetBack })]),
  ].join(" ");
}

/** Walks the trail, against what a paper says of it where one is at hand. */
export function VerifyTrail() {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [said, setSaid] = useState<{ readonly verdict: TrailVerdict; readonly isHeld: boolean } | null>(null);
  const head = text.trim() === "" ? null : readHead(text);
  const isUnread = text.trim() !== "" && head === null;
  const verify = async () => {
    if (isUnread) return;
    setBusy(true);
    setError(undefined);
    try {
      setSaid({ verdict: await call("trail.verify", { head }), isHeld: head !== null });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box sx={{ p: 1, display: "flex", flexDirection: "column", gap: 1 }}>
      <Box
        component="form"
        noValidate
        sx={{ display: "flex", gap: 1, alignItems: "flex-start" }}
        onSubmit={(event) => {
          event.preventDefault();
          void verify();
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
      </Box>
      <ErrorAlert error={error} />
      {said !== null && (
        <Alert severity={said.verdict.fault === null ? "success" : "error"} data-testid="trail-verdict">
          {verdictText(said.verdict, said.isHeld, t)}
        </Alert>
      )}
    </Box>
  );
}
