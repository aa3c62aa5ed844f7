import DeleteOutlined from "@mui/icons-material/DeleteOutlined";
import EditOutlined from "@mui/icons-material/EditOutlined";
import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import { useTranslation } from "react-i18next";
import type { BidDate } from "../../shared/contract/calendar-channels.ts";
import { type DueState, dueState } from "../../shared/domain/bid-dates.ts";
import { formatDate } from "../../shared/format.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { visuallyHidden } from "../ui/visually-hidden.ts";
import { dateName, whatIsDue } from "./date-texts.ts";

interface CalendarTableProps {
  readonly dates: readonly BidDate[];
  readonly now: number;
  readonly onEdit: (date: BidDate) => void;
  readonly onRemove: (date: BidDate) => void;
  readonly onDone: (date: BidDate, isDone: boolean) => void;
}

const colors: Record<DueState, string> = {
  done: "text.secondary",
  missed: "error.main",
  today: "warning.main",
  hours: "warning.main",
  soon: "primary.main",
  later: "text.primary",
};
const heads = ["state", "day", "time", "deal", "kind", "note"] as const;

/** Dates one below the other, each with how it stands. */
export function CalendarTable({ dates, ...rest }: CalendarTableProps) {
  const { t } = useTranslation();
  return (
    <ListTable aria-label={t("calendar.title")} data-testid="bid-dates">
      <thead>
        <tr>
          <th scope="col">{t("calendar.done")}</th>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {t(`calendar.${head}`)}
            </th>
          ))}
          <th scope="col">
            <Box component="span" sx={visuallyHidden}>
              {t("common.actions")}
            </Box>
          </th>
        </tr>
      </thead>
      <tbody>
        {dates.map((date) => (
          <DateRow key={date.id ?? `deal ${date.dealId}`} date={date} {...rest} />
        ))}
      </tbody>
    </ListTable>
  );
}

function DateRow({ date, now, onEdit, onRemove, onDone }: Omit<CalendarTableProps, "dates"> & { readonly date: BidDate }) {
  const { t } = useTranslation();
  const state = dueState(date, now);
  const name = dateName(date, t);
  const isOfDeal = date.id === null;
  return (
    <tr data-testid={isOfDeal ? `deadline-${date.dealId}` : `date-${date.id}`}>
      <td>
        {!isOfDeal && (
          <Checkbox
            size="small"
            sx={{ p: 0.25 }}
            checked={date.isDone}
            onChange={(_event, isDone) => onDone(date, isDone)}
            slotProps={{ input: { "aria-label": t(date.isDone ? "calendar.markOpen" : "calendar.markDone", { what: name }) } }}
          />
        )}
      </td>
      <Box component="td" sx={{ color: colors[state], fontWeight: state === "later" || state === "done" ? 400 : 700, whiteSpace: "nowrap" }}>
        {t(`calendar.stateOf.${state}`)}
      </Box>
      <Box component="td" sx={{ whiteSpace: "nowrap" }}>
        {formatDate(date.onDay)}
      </Box>
      <td>{date.atTime ?? t("calendar.anyHour")}</td>
      <td>{date.dealName}</td>
      <td>{whatIsDue(date, t)}</td>
      <Box component="td" sx={isOfDeal ? { color: "text.secondary" } : {}}>
        {isOfDeal ? t("calendar.fromDeal") : date.note}
      </Box>
      <td className="number">
        <Tooltip title={t(isOfDeal ? "calendar.toDeal" : "common.edit")}>
          <IconButton size="small" aria-label={t("calendar.editOf", { what: name })} onClick={() => onEdit(date)}>
            <EditOutlined fontSize="tiny" />
          </IconButton>
        </Tooltip>
        {!isOfDeal && (
          <Tooltip title={t("common.remove")}>
            <IconButton size="small" aria-label={t("calendar.removeOf", { what: name })} onClick={() => onRemove(date)}>
              <DeleteOutlined fontSize="tiny" />
            </IconButton>
          </Tooltip>
        )}
      </td>
    </tr>
  );
}
