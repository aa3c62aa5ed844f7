import { z } from "zod";
import { irrSchema } from "./irr-schema.ts";

/** Ways of paying for the package, and of cutting it off later. */
export const bidStructures = ["cash", "instalments", "rights", "leverage", "laterCutOff"] as const;
export type BidStructure = (typeof bidStructures)[number];

const fen = z.number().int();

const structurePriceSchema = z.object({
  structure: z.enum(bidStructures),
  /** Nominal price that earns us the target rate; null where none does, or the cut-off isn't later than closing. */
  priceFen: fen.nullable(),
  /** Our rate of return at that price, of equity where a part is borrowed. */
  irr: irrSchema.nullable(),
  /** What the seller has at his own rate, at our cut-off date: the price as it is paid, and collections that he keeps. */
  sellerWorthFen: fen.nullable(),
  /** Of it collections that he keeps. */
  keptFen: fen,
  /** What we pay by closing, deal costs and debt taken into account. */
  paidAtClosingFen: fen.nullable(),
});
export type StructurePrice = z.infer<typeof structurePriceSchema>;

export const structurePricesSchema = z.object({ targetRate: z.number(), sellerRate: z.number(), structures: z.array(structurePriceSchema) });
export type StructurePrices = z.infer<typeof structurePricesSchema>;
