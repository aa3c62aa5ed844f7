import { z } from "zod";

/** How far the inspection of a debtor is. */
export const inspectionStatuses = ["open", "underWay", "done"] as const;
export type InspectionStatus = (typeof inspectionStatuses)[number];

const mostHours = 2000;
const hoursOfFile = z.number().int().min(1).max(mostHours);

/** What the desk plans for a debtor and found there. `hours` null: as many as a file takes in general. */
export const inspectionSchema = z.object({
  hours: hoursOfFile.nullable(),
  status: z.enum(inspectionStatuses),
  finding: z.string().trim().max(2000),
});
export type Inspection = z.infer<typeof inspectionSchema>;

/** Nothing planned and nothing found. */
export const noInspection: Inspection = { hours: null, status: "open", finding: "" };

/** Hours that are left for inspections, and that a file takes in general. */
export const inspectionHoursSchema = z.object({ hoursLeft: z.number().int().min(0).max(100_000), hoursEach: hoursOfFile });
export type InspectionHours = z.infer<typeof inspectionHoursSchema>;

/** A week of two people; a day for each file. */
export const usualHours: InspectionHours = { hoursLeft: 80, hoursEach: 8 };
