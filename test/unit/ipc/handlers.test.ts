import { expect, it } from "vitest";
import { createHandlers, type HandlerParts } from "../../../main/ipc/handlers.ts";
import { contract } from "../../../shared/contract/contract.ts";
import { errorCodes } from "../../../shared/error-codes.ts";

it("every channel of the contract has one handler, and nothing else has", () => {
  // Handlers only close over their parts; nothing of a service is used before a call.
  const parts = { pricing: {} } as unknown as HandlerParts;
  expect(Object.keys(createHandlers(parts)).sort()).toEqual(Object.keys(contract).sort());
});

it("every channel says what goes in, what comes out and whether it writes", () => {
  for (const channel of Object.values(contract)) {
    expect(typeof channel.in.safeParse).toBe("function");
    expect(typeof channel.out.safeParse).toBe("function");
    expect(["read", "write"]).toContain(channel.mode);
  }
});

it("error codes are unique", () => {
  expect(new Set(errorCodes).size).toBe(errorCodes.length);
});
