import { defaultAssumptionSet } from "../../main/assumptions/default-assumptions.ts";
import { pricePackage } from "../../main/engine/price-package.ts";
import { warmEngine } from "../../main/pricing/warm-engine.ts";
import { drawnColumns } from "./drawn-package.ts";
