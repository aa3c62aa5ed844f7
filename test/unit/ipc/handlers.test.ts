import { expect, it } from "vitest";
import { appHandlers } from "../../../main/app/app-handlers.ts";
import { createFeatures, type FeaturePorts } from "../../../main/app/desk-features.ts";
import { programHandlers } from "../../../main/program/program-handlers.ts";
import { type ChannelName, contract, type ReadName, readsChangedBy } from "../../../shared/contract/contract.ts";
import { features } from "../../../shared/contract/features.ts";
import { jobEventSchema } from "../../../shared/contract/job-events.ts";
import { errorCodes } from "../../../shared/error-codes.ts";

const channels = Object.keys(contract) as ChannelName[];

it("every channel of the contract has one handler, and nothing else has", () => {
  // Handlers and services only close over their parts; nothing is used before a call but the connection, on which the trail sets its watch.
  const raw = { exec: () => undefined, prepare: () => ({ pluck: () => undefined }) };
  const ports = { db: { raw } } as unknown as FeaturePorts;
  const handlers = {
    ...createFeatures(ports).handlers,
    ...appHandlers({} as Parameters<typeof appHandlers>[0]),
    ...programHandlers({} as Parameters<typeof programHandlers>[0]),
  };
  expect(Object.keys(handlers).sort()).toEqual(channels.toSorted());
});

it("no two features share a channel, a kind of job or an error code", () => {
  expect(features.flatMap((feature) => Object.keys(feature.channels)).sort()).toEqual(channels.toSorted());
  const kinds = jobEventSchema.shape.kind.options;
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(new Set(errorCodes).size).toBe(errorCodes.length);
});

it("every channel says what goes in, what comes out and whether it writes", () => {
  for (const channel of Object.values(contract)) {
    expect(typeof channel.in.safeParse).toBe("function");
    expect(typeof channel.out.safeParse).toBe("function");
    expect(["read", "write"]).toContain(channel.mode);
  }
});

it("a write changes reads alone, and a read changes nothing", () => {
  // @ts-expect-error A write is no read.
  const wrong: ReadName = "deals.update";
  expect(contract[wrong].mode).toBe("write");
  const changed = channels.flatMap((channel) => readsChangedBy(channel));
  expect(changed.filter((name) => contract[name].mode !== "read")).toEqual([]);
  expect(channels.filter((channel) => contract[channel].mode === "read" && readsChangedBy(channel).length > 0)).toEqual([]);
});
