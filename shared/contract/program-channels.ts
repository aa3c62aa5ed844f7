import { z } from "zod";
import { databaseCheckSchema } from "../domain/database-check.ts";
import { type FeatureContract, read, write } from "./channel.ts";

const channels = {
  /** Licences of everything the program is made of. */
  "program.notices": read(z.void(), z.object({ text: z.string() })),
  /** Reads the whole database and follows every reference in it. */
  "program.checkDatabase": read(z.void(), databaseCheckSchema),
  /** Closes this desk and opens the one in another folder; false where the user chooses none. */
  "program.openOther": write(z.void(), z.boolean(), { changes: [] }),
  /** Closes the desk, moves its files to another folder and opens it there; false where the user chooses none. */
  "program.moveData": write(z.void(), z.boolean(), { changes: [] }),
} as const;

export const programFeature = {
  channels,
  jobKinds: ["checkDatabase"],
  errorCodes: ["program.noticesMissing", "program.folderNotEmpty", "program.folderInside"],
} as const satisfies FeatureContract;
