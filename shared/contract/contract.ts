import type { z } from "zod";
import { features } from "./features.ts";

type FeatureChannels = (typeof features)[number]["channels"];
/** All members of a union at once. */
type Merged<Union> = (Union extends unknown ? (member: Union) => void : never) extends (all: infer All) => void ? All : never;

/** The only door between the two processes. */
// `Object.assign` has no type for a list. No two features share a name: a test holds that.
export const contract = Object.assign({}, ...features.map(({ channels }) => channels)) as Merged<FeatureChannels>;

export type ChannelName = keyof typeof contract;
export type ChannelInput<N extends ChannelName> = z.infer<(typeof contract)[N]["in"]>;
export type ChannelOutput<N extends ChannelName> = z.infer<(typeof contract)[N]["out"]>;

/** Channels that change nothing. */
export type ReadName = { [N in ChannelName]: (typeof contract)[N]["mode"] extends "read" ? N : never }[ChannelName];

/** The reads that a channel changes. A name in `changes` that no read has does not compile here. */
export const readsChangedBy = (channel: ChannelName): readonly ReadName[] => contract[channel].changes;

/** One handler for each channel; a missing, surplus or mistyped one does not compile. */
export type Handlers = { readonly [N in ChannelName]: (input: ChannelInput<N>) => Promise<ChannelOutput<N>> | ChannelOutput<N> };

/** The handlers of one feature's channels. */
export type HandlersOf<Feature extends { readonly channels: object }> = Pick<Handlers, keyof Feature["channels"] & ChannelName>;
