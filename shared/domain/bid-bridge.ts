import { z } from "zod";

/**
 * Causes of a bid's move between two priced states of a package (报价差异原因): loans that went or came, what the loans
 * that stayed owe, what secures them, their stage and dates, their guarantors, what the desk typed over, the desk's own estimates, the assumptions
 * with the shifts of the cases, and whatever else the tape states. Bit i of a set of causes stands for the one at place i.
 */
export const bridgeCauses = ["dropped", "added", "balances", "collateral", "timing", "guarantors", "edits", "own", "assumptions", "other"] as const;
export type BridgeCause = (typeof bridgeCauses)[number];

const fen = z.number().int();
const byCase = z.object({ low: fen, base: fen, high: fen });
export type FenByCase = z.infer<typeof byCase>;

/** The highest bids of two runs in each case, and the causes that lead from one to the other. */
export const bidBridgeSchema = z.object({
  from: byCase,
  to: byCase,
  /** Causes that differ, in the order of `bridgeCauses`; with `engineFen` they add up to the whole move, in each case. */
  causes: z.array(
    z.object({
      cause: z.enum(bridgeCauses),
      moves: byCase,
      /** The part that belongs to the package and to no loan. */
      ofPackage: byCase,
      /** Loans with a part in it. */
      loans: z.number().int().nonnegative(),
    }),
  ),
  /** What no cause explains: the present engine makes of the two states something else than the engines with which they were saved. */
  engine: byCase,
  loans: z.object({ kept: z.number().int(), dropped: z.number().int(), added: z.number().int() }),
});
export type BidBridge = z.infer<typeof bidBridgeSchema>;

/** What a cause does to one loan. */
export const bridgeLoanSchema = z.object({
  contractNo: z.string(),
  debtorName: z.string().nullable(),
  fate: z.enum(["kept", "dropped", "added"]),
  moves: byCase,
});
export type BridgeLoan = z.infer<typeof bridgeLoanSchema>;

/** A bridge as a memo prints it: the run that it leads from, and the loans that moved each cause most. */
export const printedBridgeSchema = z.object({
  fromName: z.string(),
  fromCreatedAt: z.string(),
  fromRunHash: z.string(),
  bridge: bidBridgeSchema,
  largest: z.array(z.object({ cause: z.enum(bridgeCauses), loans: z.array(bridgeLoanSchema) })),
});
export type PrintedBridge = z.infer<typeof printedBridgeSchema>;
