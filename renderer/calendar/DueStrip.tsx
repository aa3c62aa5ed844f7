import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { dueState } from "../../shared/domain/bid-dates.ts";
import { useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { dateName } from "./date-texts.ts";
import { dueSoon, foremost } from "./due-soon.ts";
import { useClock } from "./use-clock.ts";

/** What is due within seven days, the first of it by name; nothing where nothing is. */
export function DueStrip() {
  const { t } = useTranslation();
  const now = useClock();
  const due = dueSoon(useCall("calendar.list", undefined).data ?? [], now);
  const first = foremost(due, now);
  if (first === undefined) return null;
  const isPressing = due.some((date) => dueState(date, now) !== "soon");
  return (
    <Alert
      severity={isPressing ? "warning" : "info"}
      data-testid="due-strip"
      sx={{ py: 0 }}
      action={
        <Button color="inherit" onClick={() => navigate({ screen: "calendar" })} data-testid="open-calendar">
          {t("calendar.open")}
        </Button>
      }
    >
      {t("calendar.due", { shown: due.length })} · {t(`calendar.stateOf.${dueState(first, now)}`)}: {dateName(first, t)}
    </Alert>
  );
}
