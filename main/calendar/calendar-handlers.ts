import type { calendarFeature } from "../../shared/contract/calendar-channels.ts";
import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { CalendarService } from "./calendar-service.ts";

export const calendarHandlers = (calendar: CalendarService): HandlersOf<typeof calendarFeature> => ({
  "calendar.list": () => calendar.list(),
  "calendar.save": ({ id, dealId, date }) => calendar.save(id, dealId, date),
  "calendar.remove": ({ id }) => calendar.remove(id),
});
