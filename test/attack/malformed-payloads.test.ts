import fc from "fast-check";
import { expect, it } from "vitest";
import { answerCall, type CallEvent } from "../../main/ipc/answer-call.ts";
import { type ChannelName, contract, type Handlers } from "../../shared/contract/contract.ts";

const ownPage: CallEvent = { sender: { id: 1 }, senderFrame: { origin: "app://desk", url: "app://desk/index.html", parent: null } };
const channels = Object.keys(contract) as ChannelName[];
const runsPerChannel = 1000;

/** Whatever survives structured clone, with names that have hurt parsers before, and near misses of real fields. */
const hostilePayload = fc.anything({
  key: fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "dealId", "deal", "id", "name", "edit", "fileToken", "language", "mapping")),
  values: [
    fc.integer(),
    fc.double(),
    fc.string({ unit: "binary" }),
    fc.boolean(),
    fc.constantFrom(null, undefined, Number.NaN, -0, Number.MAX_SAFE_INTEGER + 1, "9".repeat(400)),
  ],
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withNullPrototype: true,
});

it.each(channels)("%s lets no payload through that its schema refuses", async (channel) => {
  let calls = 0;
  const handlers = Object.fromEntries(channels.map((name) => [name, () => (calls += 1)])) as unknown as Handlers;
  const deps = { handlers, isKnownWindow: () => true, canStore: () => true, onFailure: () => undefined };
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(hostilePayload, async (payload) => {
      const isValid = contract[channel].in.safeParse(payload).success;
      if (isValid) accepted += 1;
      const answer = await answerCall(deps, ownPage, channel, payload);
      expect(!answer.ok && answer.code === "ipc.badPayload").toBe(!isValid);
      expect(calls).toBe(accepted);
    }),
    { numRuns: runsPerChannel, seed: 20261125 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(before);
});
