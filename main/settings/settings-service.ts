import { firstSettings, type Settings, settingsSchema } from "../../shared/contract/app-channels.ts";
import type { Language } from "../../shared/domain/codes.ts";
import type { DeskDatabase } from "../db/open-database.ts";

export interface SettingsService {
  get(): Promise<Settings>;
  update(change: Partial<{ [K in keyof Settings]: Settings[K] | undefined }>): Promise<Settings>;
}

/** Chinese unless the system speaks English. */
export const languageOfLocale = (locale: string): Language => (/^en\b/i.test(locale) ? "en" : "zh");

/** The desk's settings. A stored value that no longer fits falls back to the default. */
export function createSettingsService({ db, locale }: { readonly db: DeskDatabase; readonly locale: string }): SettingsService {
  const { kysely } = db;
  const defaults: Settings = { ...firstSettings, language: languageOfLocale(locale) };

  async function get(): Promise<Settings> {
    const rows = await kysely.selectFrom("setting").select(["key", "value"]).where("key", "in", settingsSchema.keyof().options).execute();
    const settings: Record<string, unknown> = { ...defaults };
    for (const { key, value } of rows) {
      const found = settingsSchema.partial().safeParse({ [key]: value });
      if (found.success) Object.assign(settings, found.data);
    }
    return settingsSchema.parse(settings);
  }

  return {
    get,
    update: async (change) => {
      await kysely.transaction().execute(async (transaction) => {
        for (const [key, value] of Object.entries(settingsSchema.partial().parse(change))) {
          if (value === undefined) continue;
          await transaction
            .insertInto("setting")
            .values({ key, value })
            .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
            .execute();
        }
      });
      return get();
    },
  };
}
