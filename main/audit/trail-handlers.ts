import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { trailFeature } from "../../shared/contract/trail-channels.ts";
import type { TrailService } from "./trail-service.ts";

/** `assertMayErase` throws where whoever is at the desk may not. */
export const trailHandlers = (trail: TrailService, assertMayErase: () => Promise<unknown>): HandlersOf<typeof trailFeature> => ({
  "trail.list": ({ offset, limit, ...filter }) => trail.list(filter, { offset, limit }),
  "trail.verify": ({ head }) => trail.verify(head),
  "trail.findFile": () => trail.findFile(),
  "trail.erase": async ({ dealId }) => {
    await assertMayErase();
    return { erased: await trail.erase(dealId) };
  },
  "trail.export": ({ fileName, heads, ...filter }) => trail.save(filter, fileName, heads),
});
