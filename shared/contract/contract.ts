import type { z } from "zod";
import type { Result } from "../result.ts";
import { appChannels } from "./app-channels.ts";
import { dealChannels } from "./deal-channels.ts";
import { marketChannels } from "./market-channels.ts";
import { memoChannels } from "./memo-channels.ts";
import { pricingChannels } from "./pricing-channels.ts";
import { scenarioChannels } from "./scenario-channels.ts";
import { simulationChannels } from "./simulation-channels.ts";
import { tapeChannels } from "./tape-channels.ts";

/** The only door between the two processes. */
export const contract = {
  ...appChannels,
  ...dealChannels,
  ...tapeChannels,
  ...pricingChannels,
  ...scenarioChannels,
  ...simulationChannels,
  ...marketChannels,
  ...memoChannels,
} as const;

export type ChannelName = keyof typeof contract;
export type ChannelInput<N extends ChannelName> = z.infer<(typeof contract)[N]["in"]>;
export type ChannelOutput<N extends ChannelName> = z.infer<(typeof contract)[N]["out"]>;

/** One handler for each channel; a missing, surplus or mistyped one does not compile. */
export type Handlers = { readonly [N in ChannelName]: (input: ChannelInput<N>) => Promise<ChannelOutput<N>> | ChannelOutput<N> };

/** What the preload script exposes as `window.desk`. */
export interface DeskBridge {
  call<N extends ChannelName>(channel: N, input: ChannelInput<N>): Promise<Result<ChannelOutput<N>>>;
  onJob(listener: (event: unknown) => void): () => void;
}
