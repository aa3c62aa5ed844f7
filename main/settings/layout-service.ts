import { type DeskLayout, deskLayoutSchema, firstLayout } from "../../shared/domain/desk-layout.ts";
import type { DeskDatabase } from "../db/open-database.ts";

export interface LayoutService {
  get(): Promise<DeskLayout>;
  put(layout: DeskLayout): Promise<void>;
}

const key = "layout";

/** How the desk was left, kept beside its settings. What no longer fits falls back part by part to how a desk begins. */
export function createLayoutService({ kysely }: Pick<DeskDatabase, "kysely">): LayoutService {
  return {
    get: async () => {
      const row = await kysely.selectFrom("setting").select("value").where("key", "=", key).executeTakeFirst();
      return layoutOf(row?.value);
    },
    put: async (layout) => {
      const value = JSON.stringify(deskLayoutSchema.parse(layout));
      await kysely
        .insertInto("setting")
        .values({ key, value })
        .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
        .execute();
    },
  };
}

function layoutOf(text: string | undefined): DeskLayout {
  const layout: Record<string, unknown> = { ...firstLayout };
  for (const [part, value] of Object.entries(recordIn(text))) {
    const found = deskLayoutSchema.partial().safeParse({ [part]: value });
    if (found.success) Object.assign(layout, found.data);
  }
  return deskLayoutSchema.parse(layout);
}

function recordIn(text: string | undefined): object {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
