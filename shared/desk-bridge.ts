/** Where the page lives: served by the app itself, on no host. */
export const deskScheme = "app";
export const deskHost = "desk";
export const deskOrigin = `${deskScheme}://${deskHost}`;

/** The two messages between the processes: a call of the contract, and the progress of jobs. */
export const callMessage = "desk:call";
export const jobMessage = "desk:job";
