import { z } from "zod";
import { collateralKinds } from "./codes.ts";

/** What a loan is by what secures it: the kind of its collateral of the highest appraisal, or none with what is stated instead. */
export const assetTypeKeys = [...collateralKinds, "guaranteed", "unsecured", "notStated"] as const;

const fen = z.number().int();
const figuresSchema = z.object({
  loans: z.number().int(),
  /** Null in a run that was saved before runs knew whose loans they are. */
  debtors: z.number().int().nullable(),
  bookFen: fen,
  /** Net present value of the base case at the hurdle. */
  valuationFen: fen,
});
const lineSchema = figuresSchema.extend({ key: z.enum(assetTypeKeys) });
export type AssetTypeLine = z.infer<typeof lineSchema>;

/** The package by asset type; the types that it has, in their order, and all together. */
export const assetTypesSchema = z.object({ lines: z.array(lineSchema), total: figuresSchema });
export type AssetTypes = z.infer<typeof assetTypesSchema>;
