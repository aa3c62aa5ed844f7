import { z } from "zod";
import { languages, moneyUnits } from "../domain/codes.ts";
import { read, write } from "./channel.ts";

export const settingsSchema = z.object({
  language: z.enum(languages),
  theme: z.enum(["system", "light", "dark"]),
  moneyUnit: z.enum(moneyUnits),
});
export type Settings = z.infer<typeof settingsSchema>;

const appInfoSchema = z.object({
  version: z.string(),
  engineVersion: z.string(),
  electronVersion: z.string(),
  databaseFile: z.string(),
  logFile: z.string(),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

export const appChannels = {
  "app.info": read(z.void(), appInfoSchema),
  "app.showLog": write(z.void(), z.void()),
  /** The renderer reports a crash of its own; message only, cut to 2,000 characters. */
  "app.reportError": write(z.object({ message: z.string().max(2000) }), z.void()),
  "settings.get": read(z.void(), settingsSchema),
  "settings.update": write(settingsSchema.partial(), settingsSchema),
  "jobs.cancel": write(z.object({ jobId: z.string() }), z.void()),
} as const;
