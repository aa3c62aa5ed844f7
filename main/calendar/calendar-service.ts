import type { Kysely } from "kysely";
import type { BidDate } from "../../shared/contract/calendar-channels.ts";
import { type BidDateInput, lastMoment } from "../../shared/domain/bid-dates.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { DeskSchema } from "../db/schema.ts";
import { getOpenDeal } from "../deals/deal-service.ts";
import type { JournalService } from "../journal/journal-service.ts";
import { findBidDate, listBidDates, listDeadlines, removeBidDate, writeBidDate } from "./calendar-queries.ts";

export interface CalendarService {
  /** Dates of all deals that are not archived, the earliest first. */
  list(): Promise<BidDate[]>;
  /** A null id adds a date to the deal; calendar.notFound for one that is gone or of another deal. */
  save(id: number | null, dealId: number, date: BidDateInput): Promise<BidDate>;
  remove(id: number): Promise<void>;
}

interface CalendarServiceParts {
  readonly db: DeskDatabase;
  readonly journal: Pick<JournalService, "edit">;
}

/** Undone with the register: its dates are read beside it. */
const stack = { area: "register" } as const;

async function getBidDate(db: Kysely<DeskSchema>, id: number): Promise<BidDate> {
  const date = await findBidDate(db, id);
  if (date === undefined) throw new DeskError("calendar.notFound", { id });
  return date;
}

/** What falls due in the sales of all deals (竞价日程). */
export function createCalendarService({ db: { kysely }, journal }: CalendarServiceParts): CalendarService {
  return {
    list: async () => {
      const dates = [...(await listBidDates(kysely)), ...(await listDeadlines(kysely))];
      return dates.toSorted(
        (one, other) =>
          lastMoment(one) - lastMoment(other) || one.onDay.localeCompare(other.onDay) || one.dealId - other.dealId || (one.id ?? 0) - (other.id ?? 0),
      );
    },
    save: async (id, dealId, date) => {
      const { name } = await getOpenDeal(kysely, dealId);
      if (id !== null && (await getBidDate(kysely, id)).dealId !== dealId) throw new DeskError("calendar.notFound", { id });
      const label = () => ({ kind: id === null ? ("dateAdded" as const) : ("dateEdited" as const), name });
      return journal.edit({ stack, label }, async ({ trx, touch, made }) => {
        if (id !== null) await touch("bid_date", id);
        const saved = await writeBidDate(trx, id, dealId, date);
        if (id === null) made("bid_date", saved);
        return getBidDate(trx, saved);
      });
    },
    remove: async (id) => {
      const { dealId, dealName: name } = await getBidDate(kysely, id);
      await getOpenDeal(kysely, dealId);
      await journal.edit({ stack, label: () => ({ kind: "dateRemoved", name }) }, async ({ trx, touch }) => {
        await touch("bid_date", id);
        await removeBidDate(trx, id);
      });
    },
  };
}
