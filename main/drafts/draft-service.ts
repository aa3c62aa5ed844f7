import type { DraftPlace } from "../../shared/contract/draft-channels.ts";
import type { DeskDatabase } from "../db/open-database.ts";

interface Draft {
  readonly recordId: number | null;
  readonly content: string;
  readonly keptAt: string;
}

/** A form of the page, or the mapping of a tape, which tapes keep themselves: it names a file. */
type Place = Omit<DraftPlace, "form"> & { readonly form: DraftPlace["form"] | "tape" };

export interface DraftService {
  of(place: Omit<Place, "recordId">): Promise<Draft[]>;
  keep(place: Place, content: string): Promise<void>;
  drop(place: Place): Promise<void>;
}

/** Columns of a primary key may not be null. */
const keyOf = ({ form, dealId, recordId }: Place) => ({ form, deal_id: dealId ?? 0, record_id: recordId ?? 0 });

/** What is typed into forms, kept until it is saved or dropped, so that no crash of page or app loses it. */
export function createDraftService({ db, now }: { readonly db: DeskDatabase; readonly now: () => string }): DraftService {
  const { kysely } = db;
  return {
    of: async ({ form, dealId }) => {
      const rows = await kysely
        .selectFrom("draft")
        .selectAll()
        .where("form", "=", form)
        .where("deal_id", "=", dealId ?? 0)
        .orderBy("kept_at", "desc")
        .execute();
      return rows.map((row) => ({ recordId: row.record_id === 0 ? null : row.record_id, content: row.content, keptAt: row.kept_at }));
    },
    keep: async (place, content) => {
      const kept = { content, kept_at: now() };
      await kysely
        .insertInto("draft")
        .values({ ...keyOf(place), ...kept })
        .onConflict((conflict) => conflict.columns(["form", "deal_id", "record_id"]).doUpdateSet(kept))
        .execute();
    },
    drop: async (place) => {
      const { form, deal_id, record_id } = keyOf(place);
      await kysely.deleteFrom("draft").where("form", "=", form).where("deal_id", "=", deal_id).where("record_id", "=", record_id).execute();
    },
  };
}
