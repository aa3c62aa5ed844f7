import { noticeFiguresSchema } from "../domain/notice-figures.ts";
import { type FeatureContract, read } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

const channels = {
  /** What a notice of sale states of the deal's package as it stands now; deal.noTape where it has none. */
  "notices.figures": read(dealId, noticeFiguresSchema),
} as const;

export const noticeFeature = { channels, jobKinds: [], errorCodes: [] } as const satisfies FeatureContract;
