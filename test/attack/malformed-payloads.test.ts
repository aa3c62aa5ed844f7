import fc from "fast-check";
import { expect, it } from "vitest";
import { type AnswerDeps, answerCall, answerDrop, type CallEvent } from "../../main/ipc/answer-call.ts";
import { type ChannelName, contract, type Handlers } from "../../shared/contract/contract.ts";
import { dropChannel } from "../../shared/desk-bridge.ts";

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

/** A channel as the page reaches it: by its name, or by a drop, whose paths are the payload. */
const ask = (channel: ChannelName) =>
  channel === dropChannel
    ? { payloadOf: (drawn: unknown): unknown => ({ paths: drawn }), answer: (deps: AnswerDeps, drawn: unknown) => answerDrop(deps, ownPage, drawn) }
    : { payloadOf: (drawn: unknown): unknown => drawn, answer: (deps: AnswerDeps, drawn: unknown) => answerCall(deps, ownPage, channel, drawn) };

it.each(channels)("%s lets no payload through that its schema refuses", async (channel) => {
  let calls = 0;
  const handlers = Object.fromEntries(channels.map((name) => [name, () => (calls += 1)])) as unknown as Handlers;
  const deps: AnswerDeps = {
    handlers: () => handlers,
    isKnownWindow: () => true,
    within: async (_channel, _input, work) => work(),
    canStore: () => true,
    onFailure: () => undefined,
  };
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  const { payloadOf, answer: answerOf } = ask(channel);
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(hostilePayload, async (drawn) => {
      const isValid = contract[channel].in.safeParse(payloadOf(drawn)).success;
      if (isValid) accepted += 1;
      const answer = await answerOf(deps, drawn);
      expect(!answer.ok && answer.code === "ipc.badPayload").toBe(!isValid);
      expect(calls).toBe(accepted);
    }),
    { numRuns: runsPerChannel, seed: 20261125 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(before);
});
