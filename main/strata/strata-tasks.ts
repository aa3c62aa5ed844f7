import type { StrataFilter, StrataTable } from "../../shared/domain/strata.ts";
import { type OwnToModelInput, ownToModel } from "../engine/diligence/own-to-model.ts";
import type { Task } from "../jobs/task-types.ts";
import { engineTask } from "../packages/engine-task.ts";
import type { SentColumns } from "../packages/held-columns.ts";
import type { CuttablePackage } from "./loan-strata.ts";
import { makeStrataKeys, type StrataKeys, type StrataKeysInput } from "./strata-keys.ts";
import { type StrataTableInput, strataTable } from "./strata-table.ts";
import { stratumMask } from "./stratum-mask.ts";

const strataKeys: Task<StrataKeysInput, StrataKeys> = (input, context) => makeStrataKeys(input, context);
const cutStrata: Task<StrataTableInput, StrataTable> = (input, context) => strataTable(input, context);
const maskLoans: Task<CuttablePackage & { readonly chosen: readonly StrataFilter[] }, Uint8Array> = ({ chosen, ...cuttable }) => stratumMask(cuttable, chosen);

/** The model alone is priced beside what is priced. */
const ownRatios: Task<OwnToModelInput & SentColumns, Float64Array> = engineTask((input) => ownToModel(input));

export const strataTasks = { ownRatios, strataKeys, strataTable: cutStrata, stratumMask: maskLoans };
