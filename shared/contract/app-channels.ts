import { z } from "zod";
import { type DealKind, languages, moneyUnits } from "../domain/codes.ts";
import { deskLayoutSchema } from "../domain/desk-layout.ts";
import { nativeMenuSchema } from "../domain/native-menu.ts";
import { type FeatureContract, read, write } from "./channel.ts";

/** The unit that a deal is shown in once it opens; `unchanged`: the one in use. */
const unitOnOpening = z.enum(["unchanged", ...moneyUnits]);

export const papers = ["A4", "A3"] as const;
export type PaperSize = (typeof papers)[number];

export const settingsSchema = z.object({
  language: z.enum(languages),
  theme: z.enum(["system", "light", "dark"]),
  moneyUnit: z.enum(moneyUnits),
  /** Who works at this desk, as saved runs name them; empty where it is not stated. */
  ownName: z.string().trim().max(60),
  unitOfCorporateBulk: unitOnOpening,
  unitOfSingleCorporate: unitOnOpening,
  unitOfRetailBulk: unitOnOpening,
  unitOfOther: unitOnOpening,
  /** Decimals of amounts; `standard`: as many as the unit asks. */
  decimals: z.enum(["standard", "0", "2", "4"]),
  density: z.enum(["dense", "comfortable"]),
  /** On which paper wide tables print, across. */
  widePaper: z.enum(papers),
  /** Minutes without work after which a person's signing key locks. */
  lockMinutes: z.enum(["2", "5", "10", "15", "30"]),
});
export type Settings = z.infer<typeof settingsSchema>;

/** The setting that holds the unit of a kind of deal. */
export const unitOfKind = {
  corporateBulk: "unitOfCorporateBulk",
  singleCorporate: "unitOfSingleCorporate",
  retailBulk: "unitOfRetailBulk",
  other: "unitOfOther",
} as const satisfies Record<DealKind, keyof Settings>;

/** What holds until the desk chooses. */
export const firstSettings: Omit<Settings, "language"> = {
  theme: "system",
  moneyUnit: "wanYuan",
  ownName: "",
  unitOfCorporateBulk: "unchanged",
  unitOfSingleCorporate: "unchanged",
  unitOfRetailBulk: "unchanged",
  unitOfOther: "unchanged",
  decimals: "standard",
  density: "dense",
  widePaper: "A4",
  lockMinutes: "10",
};

const appInfoSchema = z.object({
  version: z.string(),
  engineVersion: z.string(),
  electronVersion: z.string(),
  databaseFile: z.string(),
  isEncrypted: z.boolean(),
  logFile: z.string(),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

/** A picture of a chart as PNG. */
const pictureSchema = z.object({ png: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= 16 * 2 ** 20), title: z.string().min(1).max(200) });

const savedFileSchema = z.object({ fileToken: z.string().regex(/^[0-9a-f]{32}$/) });

const channels = {
  "app.info": read(z.void(), appInfoSchema),
  "app.showLog": write(z.void(), z.void(), { changes: [] }),
  /** Shows the database in its folder. */
  "app.showData": write(z.void(), z.void(), { changes: [] }),
  /** Opens a file that was saved with the system's program for it, or shows it in its folder. */
  "app.openSaved": write(savedFileSchema, z.void(), { changes: [] }),
  "app.showSaved": write(savedFileSchema, z.void(), { changes: [] }),
  /** Copies the picture that the page shows at a place of its window, in its own pixels. */
  "app.copyPictureAt": write(z.object({ x: z.number().int().min(0).max(20_000), y: z.number().int().min(0).max(20_000) }), z.void(), { changes: [] }),
  /** Null where the user cancels. */
  "app.savePicture": write(pictureSchema, savedFileSchema.extend({ fileName: z.string() }).nullable(), { changes: [] }),
  /** Opens the system's print dialog for what the page shows on paper; false where the user cancels. */
  "app.printPage": write(z.object({ paper: z.enum(papers) }), z.boolean(), { changes: [] }),
  /** The renderer reports a crash of its own; message only, cut to 2,000 characters. */
  "app.reportError": write(z.object({ message: z.string().max(2000) }), z.void(), { changes: [] }),
  "settings.get": read(z.void(), settingsSchema),
  "settings.update": write(settingsSchema.partial(), settingsSchema, { changes: ["settings.get"] }),
  /** Puts the window's menu in place, in the page's language. */
  "app.showMenu": write(nativeMenuSchema, z.void(), { changes: [] }),
  /** Has the system say something while the window is not looked at. */
  "app.notify": write(z.object({ text: z.string().min(1).max(200) }), z.void(), { changes: [] }),
  "app.zoom": write(z.object({ step: z.enum(["in", "out", "reset"]) }), z.void(), { changes: [] }),
  "layout.get": read(z.void(), deskLayoutSchema),
  "layout.put": write(deskLayoutSchema, z.void(), { changes: ["layout.get"] }),
  "jobs.cancel": write(z.object({ jobId: z.string() }), z.void(), { changes: [] }),
} as const;

export const appFeature = {
  channels,
  jobKinds: [],
  errorCodes: [
    "ipc.badPayload",
    "ipc.unknownChannel",
    "ipc.foreignSender",
    "internal",
    "job.cancelled",
    "job.failed",
    "job.memoryExceeded",
    "job.noProgress",
    "db.newer",
    "db.damaged",
    "db.foreign",
    "db.readOnly",
    "db.busy",
    "db.full",
    "db.ioFailed",
    "db.gone",
    "db.unreachable",
    "db.migrationFailed",
    "file.notFound",
    "file.unreadable",
    "file.notWritable",
    "font.unreadable",
    "picture.unreadable",
    "page.printFailed",
  ],
} as const satisfies FeatureContract;
