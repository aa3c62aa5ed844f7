import { z } from "zod";

/** What the desk's file holds of persons and deals, by kind. */
export const heldKinds = [
  "debtorNames",
  "debtorIds",
  "guarantors",
  "addresses",
  "repayments",
  "findings",
  "edits",
  "estimates",
  "runs",
  "papers",
  "trail",
  "drafts",
  "persons",
] as const;
type HeldKind = (typeof heldKinds)[number];

const count = z.number().int().min(0);
export const dayOrNull = z.iso.date().nullable();

const heldDealSchema = z.object({
  dealId: count,
  name: z.string(),
  isArchived: z.boolean(),
  loans: count,
  runs: count,
  /** Day of its first tape. */
  since: z.string().nullable(),
  retainUntil: dayOrNull,
  /** The day to which it was to be kept is over. */
  isDue: z.boolean(),
  /** An approval holds: it can be erased only once it is due. */
  isApproved: z.boolean(),
});
export type HeldDeal = z.infer<typeof heldDealSchema>;

export const heldDataSchema = z.object({
  bytes: count,
  kinds: z.array(z.object({ kind: z.enum(heldKinds), rows: count })),
  deals: z.array(heldDealSchema),
  /** Backups that hold what is erased until they are removed. */
  backups: count,
});
export type HeldData = z.infer<typeof heldDataSchema>;
export type KindCounts = Readonly<Record<HeldKind, number>>;
