import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import type { TrailHead, TrailVerdict } from "../../shared/domain/audit.ts";
import { canonicalJson } from "../db/canonical-json.ts";

/** What an event's hash covers: ids and hashes, nothing that would have to be erased. */
interface HashedEvent {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  readonly dealId: number | null;
  /** Ids that it is about, as canonical JSON. */
  readonly subject: string;
  readonly personId: number | null;
  /** Fingerprint of the key that signed. */
  readonly signer: string | null;
  readonly valueHash: string;
  readonly previous: string;
}

export interface ChainedEvent extends HashedEvent {
  readonly hash: string;
  readonly signature: string | null;
  /** Null where it was erased. */
  readonly value: { readonly salt: string; readonly content: string } | null;
}

/** The first event follows nothing. */
export const beforeTheFirst = "0".repeat(64);

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Hash of an event, in hexadecimal. It covers the hash of the one before, and so every one before that. */
export function hashOfEvent({ id, at, kind, dealId, subject, personId, signer, valueHash, previous }: HashedEvent): string {
  return sha256(canonicalJson([1, id, at, kind, dealId, subject, personId, signer, valueHash, previous]));
}

/** Without its salt, which goes with the value, the hash says nothing of it: few names would have to be tried. */
export const hashOfValue = (salt: string, content: string): string => sha256(`${salt}\n${content}`);

export const keyFingerprint = (publicKey: string): string => sha256(publicKey).slice(0, 16);

/** Public keys of persons (SPKI in base64) by person. */
export type KeysByPerson = ReadonlyMap<number, string>;

type Fault = NonNullable<TrailVerdict["fault"]>["kind"];
type Link = Pick<HashedEvent, "id" | "at"> & { readonly hash: string };

/**
 * Walks a trail from its first event. The first fault is named with its event; what follows is not looked at, since it hangs on
 * it. `heads` are what papers say of it: without one an end that was cut off, or a chain that was built anew, can't be seen.
 */
export function verifyChain(events: Iterable<ChainedEvent>, keys: KeysByPerson, heads: readonly TrailHead[]): TrailVerdict {
  const open = new Map<string, KeyObject>();
  const said = { events: 0, signed: 0, erased: 0, clockSetBack: 0 };
  let last: Link = { id: 0, at: "", hash: beforeTheFirst };
  const end = (fault: TrailVerdict["fault"]): TrailVerdict => ({ ...said, head: last.id === 0 ? null : { eventId: last.id, hash: last.hash }, fault });
  for (const event of events) {
    const kind = faultOf(event, last, keys, open) ?? (heads.some((head) => isOther(head, event)) ? "rebuilt" : null);
    if (kind !== null) return end({ eventId: kind === "missing" ? last.id + 1 : event.id, kind });
    said.events += 1;
    if (event.signature !== null) said.signed += 1;
    if (event.value === null) said.erased += 1;
    if (event.at < last.at) said.clockSetBack += 1;
    last = event;
  }
  const isCut = heads.some(({ eventId }) => eventId > last.id);
  return end(isCut ? { eventId: last.id + 1, kind: "cut" } : null);
}

const isOther = ({ eventId, hash }: TrailHead, event: ChainedEvent): boolean => event.id === eventId && !event.hash.startsWith(hash);

function faultOf(event: ChainedEvent, last: Link, keys: KeysByPerson, open: Map<string, KeyObject>): Fault | null {
  if (event.id !== last.id + 1) return "missing";
  if (event.previous !== last.hash) return "link";
  if (event.hash !== hashOfEvent(event)) return "content";
  if (event.value !== null && event.valueHash !== hashOfValue(event.value.salt, event.value.content)) return "value";
  if (event.personId === null) return event.signature === null && event.signer === null ? null : "signature";
  const publicKey = keys.get(event.personId);
  if (publicKey === undefined || keyFingerprint(publicKey) !== event.signer) return "unknownKey";
  return event.signature !== null && isSignedBy(publicKey, event.hash, event.signature, open) ? null : "signature";
}

/** Whether a hash was signed with the key that belongs to a public one. `open` keeps keys that were read. */
export function isSignedBy(publicKey: string, hash: string, signature: string, open = new Map<string, KeyObject>()): boolean {
  try {
    const key = open.get(publicKey) ?? createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    open.set(publicKey, key);
    return verify(null, Buffer.from(hash, "hex"), key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}
