import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { beforeTheFirst, type ChainedEvent, hashOfEvent, hashOfValue, keyFingerprint, verifyChain } from "../../../main/audit/audit-chain.ts";
import { headText, readHead } from "../../../shared/domain/audit.ts";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const spki = publicKey.export({ format: "der", type: "spki" }).toString("base64");
const keys = new Map([[1, spki]]);

/** An event behind another; every so many of them are signed. */
function eventAfter(previous: ChainedEvent | undefined, content: string, signedEvery = 5): ChainedEvent {
  const id = (previous?.id ?? 0) + 1;
  const isSigned = id % signedEvery === 0;
  const salt = id.toString(16).padStart(32, "0");
  const event = {
    id,
    at: new Date(1_764_000_000_000 + id * 1000).toISOString(),
    kind: "deals.update",
    dealId: id % 7,
    subject: `{"dealId":${id % 7}}`,
    personId: isSigned ? 1 : null,
    signer: isSigned ? keyFingerprint(spki) : null,
    valueHash: hashOfValue(salt, content),
    previous: previous?.hash ?? beforeTheFirst,
  };
  const hash = hashOfEvent(event);
  const signature = isSigned ? sign(null, Buffer.from(hash, "hex"), privateKey).toString("base64") : null;
  return { ...event, hash, signature, value: { salt, content } };
}

function chainOf(count: number, signedEvery = 5): ChainedEvent[] {
  const events: ChainedEvent[] = [];
  for (let at = 0; at < count; at += 1) events.push(eventAfter(events.at(-1), `{"by":"张三","call":{"n":${at}}}`, signedEvery));
  return events;
}

/** The trail from a place on made anew, as somebody would who has the file and no paper. */
function rebuilt(events: readonly ChainedEvent[], from: number, first: string): ChainedEvent[] {
  const made = events.slice(0, from);
  for (let at = from; at < events.length; at += 1) made.push(eventAfter(made.at(-1), at === from ? first : (events[at]?.value?.content ?? "")));
  return made;
}

const headOf = (events: readonly ChainedEvent[]) => {
  const last = events.at(-1);
  return last === undefined ? [] : [{ eventId: last.id, hash: last.hash }];
};

/** A release takes 300 (docs/development.md): each is a walk of up to 10,000 hashes. */
const tamperings = Number(process.env["AMC_TAMPERINGS"] ?? 24);

describe("a trail of 10,000 events", () => {
  const events = chainOf(10_000, 500);
  const heads = headOf(events);

  it("holds as it was written", () => {
    expect(verifyChain(events, keys, heads)).toMatchObject({ events: 10_000, signed: 20, erased: 0, clockSetBack: 0, fault: null });
  });

  it("holds where values were erased, and says how many", () => {
    const erased = events.map((event) => (event.dealId === 3 ? { ...event, value: null } : event));
    expect(verifyChain(erased, keys, heads)).toMatchObject({ events: 10_000, erased: events.filter(({ dealId }) => dealId === 3).length, fault: null });
  });

  it("shows any event that was dropped, edited or moved, and any end that was cut", () => {
    const apart = Math.floor(9900 / tamperings);
    const places = Array.from({ length: tamperings }, (_none, at) => ({
      at: apart * at + 20,
      deed: (["drop", "edit", "move", "cut"] as const)[at % 4] ?? "cut",
    }));
    const tampered = ({ at, deed }: (typeof places)[number]): readonly ChainedEvent[] => {
      if (deed === "cut") return events.slice(0, at);
      const changed = [...events];
      const [event, next] = [changed[at], changed[at + 1]];
      if (event === undefined || next === undefined) throw new Error("a place within the trail");
      if (deed === "drop") changed.splice(at, 1);
      if (deed === "move") changed.splice(at, 2, next, event);
      if (deed === "edit") changed[at] = { ...event, kind: "deals.archive" };
      return changed;
    };
    const found = places.filter((place) => verifyChain(tampered(place), keys, heads).fault !== null);
    expect(found).toHaveLength(tamperings);
  });
});

describe("what is wrong is named with its event", () => {
  const events = chainOf(40);
  const heads = headOf(events);
  const changed = (at: number, change: Partial<ChainedEvent>) => events.map((event, index) => (index === at ? { ...event, ...change } : event));

  it.each([
    ["a missing event", events.toSpliced(10, 1), { eventId: 11, kind: "missing" }],
    ["a time", changed(10, { at: "2020-01-01T00:00:00.000Z" }), { eventId: 11, kind: "content" }],
    ["a content", changed(10, { value: { salt: "00", content: "{}" } }), { eventId: 11, kind: "value" }],
    ["a signature taken away with its person", changed(9, { personId: null, signer: null, signature: null }), { eventId: 10, kind: "content" }],
    ["another's signature", changed(9, { signature: events[14]?.signature ?? null }), { eventId: 10, kind: "signature" }],
    ["an end that was cut off", events.slice(0, 30), { eventId: 31, kind: "cut" }],
  ] as const)("%s", (_what, trail, fault) => {
    expect(verifyChain(trail, keys, heads).fault).toEqual(fault);
  });

  it("a chain that was built anew, which is sound by itself, against what a paper says", () => {
    const anew = rebuilt(events, 20, '{"by":"李四"}');
    expect(verifyChain(anew, keys, []).fault).toBeNull();
    expect(verifyChain(anew, keys, heads).fault).toEqual({ eventId: 40, kind: "rebuilt" });
  });

  it("a key that was put in another's place", () => {
    const other = generateKeyPairSync("ed25519").publicKey.export({ format: "der", type: "spki" }).toString("base64");
    expect(verifyChain(events, new Map([[1, other]]), heads).fault).toEqual({ eventId: 5, kind: "unknownKey" });
  });

  it("keeps the chain's order where the clock was set back, and says so", () => {
    const last = events.at(-1);
    const late = { ...eventAfter(last, "{}"), at: "2020-01-01T00:00:00.000Z" };
    const behind = { ...late, hash: hashOfEvent(late), personId: null, signer: null, signature: null };
    expect(verifyChain([...events, behind], keys, heads)).toMatchObject({ events: 41, clockSetBack: 1, fault: null });
  });
});

it("reads a head as a paper prints it", () => {
  const [head] = headOf(chainOf(3));
  if (head === undefined) throw new Error("a trail has a head");
  const printed = readHead(headText(head));
  expect(printed).toEqual({ eventId: 3, hash: head.hash.slice(0, 16) });
  expect(verifyChain(chainOf(3), keys, printed === null ? [] : [printed]).fault).toBeNull();
  for (const text of ["", "3", "3-0f", "x-0123456789abcdef"]) expect(readHead(text)).toBeNull();
});
