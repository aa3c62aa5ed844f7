import { appFeature } from "./app-channels.ts";
import { assumptionFeature } from "./assumption-channels.ts";
import { dealFeature } from "./deal-channels.ts";
import { draftFeature } from "./draft-channels.ts";
import { journalFeature } from "./journal-channels.ts";
import { letterFeature } from "./letter-channels.ts";
import { marketFeature } from "./market-channels.ts";
import { memoFeature } from "./memo-channels.ts";
import { packageFeature } from "./package-channels.ts";
import { pricingFeature } from "./pricing-channels.ts";
import { recoveryFeature } from "./recovery-channels.ts";
import { runFeature } from "./run-channels.ts";
import { scenarioFeature } from "./scenario-channels.ts";
import { sensitivityFeature } from "./sensitivity-channels.ts";
import { simulationFeature } from "./simulation-channels.ts";
import { tapeFeature } from "./tape-channels.ts";

/** What the desk can do. Channels, kinds of jobs and error codes are merged from here. */
export const features = [
  appFeature,
  dealFeature,
  tapeFeature,
  packageFeature,
  assumptionFeature,
  recoveryFeature,
  pricingFeature,
  runFeature,
  scenarioFeature,
  sensitivityFeature,
  simulationFeature,
  marketFeature,
  memoFeature,
  letterFeature,
  draftFeature,
  journalFeature,
] as const;
