import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { eraseFeature } from "../../shared/contract/erase-channels.ts";
import type { EraseService } from "./erase-service.ts";

/** `assertMayErase` throws where whoever is at the desk may not. */
export const eraseHandlers = (erase: EraseService, assertMayErase: () => Promise<unknown>): HandlersOf<typeof eraseFeature> => ({
  "erase.held": () => erase.held(),
  "erase.setRetention": ({ dealId, until }) => erase.setRetention(dealId, until),
  "erase.deal": async ({ dealId, removesBackups }) => {
    await assertMayErase();
    return erase.eraseDeal(dealId, removesBackups);
  },
  "erase.run": async ({ runId, removesBackups }) => {
    await assertMayErase();
    return erase.eraseRun(runId, removesBackups);
  },
});
