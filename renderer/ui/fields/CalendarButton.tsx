import CalendarTodayIcon from "@mui/icons-material/CalendarToday";
import IconButton from "@mui/material/IconButton";
import Popover from "@mui/material/Popover";
import { DateCalendar } from "@mui/x-date-pickers/DateCalendar";
import { format, parseISO } from "date-fns";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../desk/session-store.ts";

interface CalendarButtonProps {
  /** Name of the field whose day it chooses. */
  readonly label: string;
  /** YYYY-MM-DD, shown first. */
  readonly day: string | null;
  readonly onChoose: (day: string) => void;
  readonly disabled?: boolean;
}

/** Opens a calendar to choose a day from. */
export function CalendarButton({ label, day, onChoose, disabled = false }: CalendarButtonProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const name = t("typed.calendar", { field: label });
  return (
    <>
      <IconButton aria-label={name} aria-haspopup="dialog" disabled={disabled} onClick={(event) => setAnchor(event.currentTarget)} edge="end" sx={{ p: 0.25 }}>
        <CalendarTodayIcon fontSize="tiny" />
      </IconButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        onKeyDown={(event) => event.key === "Escape" && event.stopPropagation()}
        anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
        transformOrigin={{ vertical: "top", horizontal: "right" }}
        slotProps={{ paper: { role: "dialog", "aria-label": name } }}
      >
        <DateCalendar
          autoFocus
          value={day === null ? null : parseISO(day)}
          minDate={new Date(1900, 0, 1)}
          maxDate={new Date(2199, 11, 31)}
          slotProps={{ calendarHeader: { format: language === "zh" ? "yyyy年M月" : "MMMM yyyy" } }}
          onChange={(chosen, state) => {
            if (chosen === null || state !== "finish") return;
            onChoose(format(chosen, "yyyy-MM-dd"));
            setAnchor(null);
          }}
        />
      </Popover>
    </>
  );
}
