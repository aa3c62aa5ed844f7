import { z } from "zod";
import { byKey } from "./by-key.ts";
import { jointly } from "./joint-refusals.ts";

/** Ways out of a claim beside enforcement (退出方式): a settlement with the debtor (和解), a resale of the claim (债权转让). */
export const exitKinds = ["settlement", "resale"] as const;
export type ExitKind = (typeof exitKinds)[number];

/** Both with their probabilities beside the curve, or of curve, settlement and resale the one that is worth most. */
export const exitModes = ["mix", "best"] as const;

const share = z.number().min(0).max(1);
/** With a probability, a share of the claim that is left, once, in a month. */
const exitSchema = z.object({ probability: share, share, month: z.number().int().min(0).max(120) });
export type Exit = z.infer<typeof exitSchema>;

/** Exits of claims without collateral and guarantors, and of those after terminated enforcement. */
export const exitsSchema = byKey(exitKinds, exitSchema)
  .extend({ mode: z.enum(exitModes) })
  .superRefine(
    jointly(
      "exitsWithinWhole",
      ({ mode, settlement, resale }) => (mode === "best" || settlement.probability + resale.probability <= 1 ? null : ["resale", "probability"]),
      ["settlement", "probability"],
    ),
  );

/** Sets stored before knew no exit but enforcement. */
export const withoutExits: z.infer<typeof exitsSchema> = {
  mode: "mix",
  settlement: { probability: 0, share: 0.15, month: 18 },
  resale: { probability: 0, share: 0.05, month: 24 },
};
