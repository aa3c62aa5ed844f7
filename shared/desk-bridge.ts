import type { ChannelInput, ChannelName, ChannelOutput } from "./contract/contract.ts";
import type { Result } from "./result.ts";

/** Where the page lives: served by the app itself, on no host. */
export const deskScheme = "app";
export const deskHost = "desk";
export const deskOrigin = `${deskScheme}://${deskHost}`;

/** The messages between the processes: a call of the contract, files dropped on the window, the progress of jobs, what was chosen in the menu, that the system gave a file to open. */
export const callMessage = "desk:call";
export const dropMessage = "desk:drop";
export const jobMessage = "desk:job";
export const menuMessage = "desk:menu";
export const givenMessage = "desk:given";

/** Answered to `dropMessage` alone: only the preload script learns where a file is. */
export const dropChannel = "tapes.takeDropped";

/** The channels that the page calls by name. */
export type CalledName = Exclude<ChannelName, typeof dropChannel>;

/** What the preload script exposes as `window.desk`. */
export interface DeskBridge {
  call<N extends CalledName>(channel: N, input: ChannelInput<N>): Promise<Result<ChannelOutput<N>>>;
  /** Hands over the `File`s of a drop; any that the page made itself is on no disk and refused. */
  takeFiles(files: readonly unknown[]): Promise<Result<ChannelOutput<typeof dropChannel>>>;
  onJob(listener: (event: unknown) => void): () => void;
  onMenu(listener: (id: unknown) => void): () => void;
  /** A file that the system gave the app waits for `tapes.takeGiven`. */
  onGiven(listener: () => void): () => void;
}
