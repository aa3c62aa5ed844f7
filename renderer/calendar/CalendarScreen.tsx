import Add from "@mui/icons-material/Add";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import LinearProgress from "@mui/material/LinearProgress";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BidDate } from "../../shared/contract/calendar-channels.ts";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { bidDateInputSchema, dueState } from "../../shared/domain/bid-dates.ts";
import { call, useCall } from "../desk/desk-client.ts";
import { useLeftDraft } from "../desk/kept-draft.ts";
import { showError, showUndoable, useSession } from "../desk/session-store.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useTableExport } from "../ui/exports/use-export.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { CalendarTable } from "./CalendarTable.tsx";
import { DateDialog } from "./DateDialog.tsx";
import { whatIsDue } from "./date-texts.ts";
import { useClock } from "./use-clock.ts";

/** No deal has this id: the dates of all are shown. */
const all = 0;

/** Marks a date as done or not, or removes it; each can be undone. */
async function setDone({ id, dealId, ...date }: BidDate, isDone: boolean): Promise<void> {
  if (id !== null) await call("calendar.save", { id, dealId, date: bidDateInputSchema.parse({ ...date, isDone }) });
}

/** The dates as they are shown, for a file or a sheet. */
function useCalendarExport(shown: readonly BidDate[], now: number) {
  const { t } = useTranslation();
  return useTableExport(t("calendar.title"), () => [
    {
      name: t("calendar.title"),
      columns: [
        { head: t("calendar.state"), kind: "text" },
        { head: t("calendar.day"), kind: "date" },
        { head: `${t("calendar.time")} (${t("calendar.zone")})`, kind: "text" },
        { head: t("calendar.deal"), kind: "text" },
        { head: t("calendar.kind"), kind: "text" },
        { head: t("calendar.note"), kind: "text" },
      ],
      rows: shown.map((date) => [t(`calendar.stateOf.${dueState(date, now)}`), date.onDay, date.atTime ?? "", date.dealName, whatIsDue(date, t), date.note]),
    },
  ]);
}

/** What falls due in the sales of all deals (竞价日程). */
export function CalendarScreen({ onEditDeal }: { readonly onEditDeal: (deal: Deal) => void }) {
  const { t } = useTranslation();
  const now = useClock();
  const calendar = useCall("calendar.list", undefined);
  const deals = useCall("deals.list", { archived: false }).data ?? [];
  const openDealId = useSession((state) => state.openDeal?.id) ?? all;
  const [dealId, setDealId] = useState(all);
  const [isDoneShown, setDoneShown] = useState(false);
  const [edited, setEdited] = useState<BidDate | "new" | null>(null);
  const dates = calendar.data ?? [];
  const shown = dates.filter((date) => (dealId === all || date.dealId === dealId) && (isDoneShown || !date.isDone));
  useLeftDraft({ form: "bidDate", dealId: null }, (left) => {
    if (left === null) setEdited("new");
    else call("calendar.list").then((listed) => setEdited(listed.find(({ id }) => id === left) ?? null), showError);
  });
  const exporting = useCalendarExport(shown, now);
  const remove = async ({ id }: BidDate) => {
    if (id === null) return;
    await call("calendar.remove", { id });
    await showUndoable(t("calendar.removed"), { area: "register" });
  };
  const edit = (date: BidDate) => {
    if (date.id !== null) setEdited(date);
    else call("deals.get", { dealId: date.dealId }).then(onEditDeal, showError);
  };
  const [firstDeal] = deals;
  const newOf = deals.some(({ id }) => id === openDealId) ? openDealId : firstDeal?.id;
  return (
    <>
      <PageHeader title={t("calendar.title")} subtitle={t("calendar.subtitle")}>
        <ChoiceField
          label={t("calendar.deal")}
          value={dealId}
          options={[all, ...deals.map(({ id }) => id)]}
          textOf={(id) => (id === all ? t("calendar.allDeals") : (deals.find((deal) => deal.id === id)?.name ?? ""))}
          onChange={setDealId}
          width={200}
          testId="calendar-deal"
        />
        <FormControlLabel
          label={t("calendar.showDone")}
          control={<Checkbox size="small" checked={isDoneShown} onChange={(_event, isShown) => setDoneShown(isShown)} data-testid="calendar-show-done" />}
        />
        <ExportButton exporting={exporting} name={t("calendar.title")} testId="calendar-export" />
        <Button variant="contained" startIcon={<Add />} disabled={newOf === undefined} onClick={() => setEdited("new")} data-testid="add-date">
          {t("calendar.add")}
        </Button>
      </PageHeader>
      <Box {...exporting.place} tabIndex={-1} sx={{ flex: 1, minHeight: 0, overflow: "auto", p: 1.5 }}>
        <ErrorAlert error={calendar.error} onRetry={calendar.reload} />
        {calendar.data === undefined && calendar.error === undefined && <LinearProgress aria-label={t("common.loading")} />}
        {calendar.data !== undefined && shown.length === 0 ? (
          <EmptyState title={t("calendar.title")} text={t(dates.length === 0 ? "calendar.empty" : "calendar.noneLeft")} />
        ) : (
          <CalendarTable
            dates={shown}
            now={now}
            onEdit={edit}
            onRemove={(date) => void remove(date).catch(showError)}
            onDone={(date, isDone) => void setDone(date, isDone).catch(showError)}
          />
        )}
      </Box>
      {edited !== null && newOf !== undefined && (
        <DateDialog date={edited === "new" ? null : edited} deals={deals} dealId={dealId === all ? newOf : dealId} onClose={() => setEdited(null)} />
      )}
    </>
  );
}
