import { z } from "zod";
import { fiveTierClasses, litigationStages, securityKinds } from "./codes.ts";

const count = z.number().int().min(0);
const fen = z.number().int();

/** A mean weighted by principal and interest, over the loans that state what it is of; null where none does, or nothing is owed. */
const weightedMeanSchema = z.object({
  mean: z.number().nullable(),
  /** Loans that state it, and what is owed of principal and interest on them. */
  loans: count,
  weightFen: fen,
});
export type WeightedMean = z.infer<typeof weightedMeanSchema>;

/** Loans by a code of theirs; null: the tape doesn't state it. */
const countedSchema = <Code extends string>(codes: readonly [Code, ...Code[]]) =>
  z.array(z.object({ code: z.enum(codes).nullable(), loans: count, principalAndInterestFen: fen }));

/**
 * What a notice of the registration centre (银登中心) states of a package: counts and sums at the cut-off date. Principal and
 * interest is without fees (其他费用), which such a notice states beside it. What the tape lacks counts as nothing in a sum, and is
 * told by how many loans state it.
 */
export const noticeFiguresSchema = z.object({
  cutOffDate: z.iso.date().nullable(),
  loans: count,
  /** Debtors that the tape names, and loans that name nobody. */
  debtors: count,
  loansWithoutDebtor: count,
  principalFen: fen,
  interestFen: fen,
  feesFen: fen,
  principalAndInterestFen: fen,
  loansWithoutInterest: count,
  /** Of principal and interest: of the debtor who owes most, and of one on average. */
  largestDebtorFen: fen,
  meanDebtorFen: fen,
  daysPastDue: weightedMeanSchema,
  age: weightedMeanSchema,
  fiveTierClasses: countedSchema(fiveTierClasses),
  litigationStages: countedSchema(litigationStages),
  securityKinds: countedSchema(securityKinds),
});
export type NoticeFigures = z.infer<typeof noticeFiguresSchema>;
