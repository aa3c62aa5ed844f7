import type { ChannelInput, ChannelName, ChannelOutput } from "./contract/contract.ts";
import type { Result } from "./result.ts";

/** Where the page lives: served by the app itself, on no host. */
export const deskScheme = "app";
export const deskHost = "desk";
export const deskOrigin = `${deskScheme}://${deskHost}`;

/** The messages between the processes: a call of the contract, the progress of jobs, what was chosen in the menu. */
export const callMessage = "desk:call";
export const jobMessage = "desk:job";
export const menuMessage = "desk:menu";

/** What the preload script exposes as `window.desk`. */
export interface DeskBridge {
  call<N extends ChannelName>(channel: N, input: ChannelInput<N>): Promise<Result<ChannelOutput<N>>>;
  onJob(listener: (event: unknown) => void): () => void;
  onMenu(listener: (id: unknown) => void): () => void;
}
