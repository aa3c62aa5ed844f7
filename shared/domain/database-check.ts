import { z } from "zod";

/** What is wrong with the database's file, in SQLite's own words; empty where nothing is. */
export const databaseCheckSchema = z.object({ faults: z.array(z.string()).max(100), bytes: z.number().int().min(0), loans: z.number().int().min(0) });
export type DatabaseCheck = z.infer<typeof databaseCheckSchema>;
