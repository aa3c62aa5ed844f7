import type { Database } from "better-sqlite3";
import type { TrailHead, TrailVerdict } from "../../shared/domain/audit.ts";
import { type ChainedEvent, verifyChain } from "./audit-chain.ts";
import { brokenSeal, sealsOf } from "./sealed-rows.ts";
import { readChain, readKeys } from "./trail-queries.ts";

/** Verifies the chain of a desk's file, and that the papers, sales and persons which it vouches for are as its last word on each says. `onEvent` is called with each. */
export function verifyTrail(raw: Database, heads: readonly TrailHead[], onEvent: () => void = () => undefined): TrailVerdict {
  const seals = new Map<string, { readonly eventId: number; readonly hash: string | null }>();
  function* noted(events: Iterable<ChainedEvent>): Generator<ChainedEvent> {
    for (const event of events) {
      onEvent();
      for (const [key, hash] of Object.entries(sealsOf(event.value?.content))) seals.set(key, { eventId: event.id, hash });
      yield event;
    }
  }
  // One moment of the desk, which others may write meanwhile.
  return raw.transaction(() => {
    const verdict = verifyChain(noted(readChain(raw)), readKeys(raw), heads);
    const eventId = verdict.fault === null ? brokenSeal(raw, seals) : null;
    return eventId === null ? verdict : { ...verdict, fault: { eventId, kind: "altered" as const } };
  })();
}
