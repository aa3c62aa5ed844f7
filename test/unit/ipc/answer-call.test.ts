import { describe, expect, it } from "vitest";
import { type AnswerDeps, answerCall, answerDrop, type CallEvent } from "../../../main/ipc/answer-call.ts";
import { firstSettings } from "../../../shared/contract/app-channels.ts";
import { type ChannelName, contract, type Handlers } from "../../../shared/contract/contract.ts";
import { dropChannel } from "../../../shared/desk-bridge.ts";
import { DeskError } from "../../../shared/result.ts";

const ownFrame = { origin: "app://desk", url: "app://desk/index.html", parent: null };
const ownPage: CallEvent = { sender: { id: 1 }, senderFrame: ownFrame };
const channels = Object.keys(contract) as ChannelName[];
const called = channels.filter((channel) => channel !== dropChannel);

function withHandler(handler: (input: unknown) => unknown) {
  const seen: { channel: string; input: unknown }[] = [];
  const failures: Parameters<AnswerDeps["onFailure"]>[0][] = [];
  const handlers = Object.fromEntries(
    channels.map((channel) => [
      channel,
      (input: unknown) => {
        seen.push({ channel, input });
        return handler(input);
      },
    ]),
  ) as unknown as Handlers;
  const deps: AnswerDeps = {
    handlers: () => handlers,
    isKnownWindow: (id) => id === 1,
    within: async (_channel, _input, work) => work(),
    canStore: () => true,
    onFailure: (failure) => failures.push(failure),
  };
  return { seen, failures, deps };
}

describe("a call of the page", () => {
  it("reaches its handler with the parsed payload and brings back the parsed answer", async () => {
    const settings = { ...firstSettings, language: "zh", theme: "dark" };
    const { deps, seen } = withHandler(() => ({ ...settings, secret: 1 }));
    expect(await answerCall(deps, ownPage, "settings.update", { theme: "dark", surplus: true })).toEqual({ ok: true, value: settings });
    expect(seen).toEqual([{ channel: "settings.update", input: { theme: "dark" } }]);
  });

  it("of an unknown channel is refused, names of every object included", async () => {
    const { deps, seen } = withHandler(() => null);
    const names: unknown[] = ["deals.steal", "", "__proto__", "constructor", "toString", "hasOwnProperty", null, 1, {}, ["deals.list"], undefined];
    for (const name of names) expect(await answerCall(deps, ownPage, name, undefined)).toEqual({ ok: false, code: "ipc.unknownChannel", values: {} });
    expect(seen).toEqual([]);
  });

  it("says where a payload is bad, never what is in it", async () => {
    const { deps } = withHandler(() => null);
    expect(await answerCall(deps, ownPage, "deals.get", { dealId: "张三" })).toEqual({ ok: false, code: "ipc.badPayload", values: { path: "dealId" } });
  });

  it("keeps the code of an expected failure and of SQLite's", async () => {
    const failing = (error: Error) => answerCall(withHandler(() => Promise.reject(error)).deps, ownPage, "deals.get", { dealId: 1 });
    expect(await failing(new DeskError("deal.notFound", { dealId: 1 }))).toEqual({ ok: false, code: "deal.notFound", values: { dealId: 1 } });
    const ofSqlite = {
      SQLITE_FULL: "db.full",
      SQLITE_IOERR_FSYNC: "db.ioFailed",
      SQLITE_IOERR_SHMSIZE: "db.full",
      SQLITE_BUSY_SNAPSHOT: "db.busy",
      SQLITE_READONLY_DBMOVED: "db.readOnly",
      SQLITE_CORRUPT_VTAB: "db.damaged",
      SQLITE_NOTADB: "db.damaged",
      SQLITE_CONSTRAINT: "internal",
    };
    for (const [sqliteCode, code] of Object.entries(ofSqlite))
      expect(await failing(Object.assign(new Error("x"), { code: sqliteCode }))).toMatchObject({ ok: false, code });
  });

  it("hides a bug behind one code and hands the cause to the log", async () => {
    const bug = new TypeError("张三");
    const { deps, failures } = withHandler(() => {
      throw bug;
    });
    expect(await answerCall(deps, ownPage, "deals.get", { dealId: 1 })).toEqual({ ok: false, code: "internal", values: {} });
    expect(failures).toEqual([{ code: "internal", channel: "deals.get", cause: bug }]);
  });

  it("leaves its code in the log where it fails as expected, and nothing where its user stopped it", async () => {
    for (const code of ["deal.notFound", "job.cancelled", "file.notWritable"] as const) {
      const { deps, failures } = withHandler(() => Promise.reject(new DeskError(code)));
      expect(await answerCall(deps, ownPage, "deals.get", { dealId: 1 })).toMatchObject({ ok: false, code });
      expect(failures).toEqual(code === "job.cancelled" ? [] : [{ code, channel: "deals.get", cause: undefined }]);
    }
  });

  it("that would change the database is refused once its file is gone; reading and saving a PDF go on", async () => {
    const { deps, seen } = withHandler(() => null);
    const gone = { ...deps, canStore: () => false };
    expect(await answerCall(gone, ownPage, "settings.update", { theme: "dark" })).toMatchObject({ ok: false, code: "db.gone" });
    expect(seen).toEqual([]);
    await answerCall(gone, ownPage, "deals.get", { dealId: 1 });
    await answerCall(gone, ownPage, "app.showLog", undefined);
    expect(seen.map(({ channel }) => channel)).toEqual(["deals.get", "app.showLog"]);
  });

  it("gets no answer that breaks the contract", async () => {
    const { deps, failures } = withHandler(() => ({ id: "one" }));
    expect(await answerCall(deps, ownPage, "deals.get", { dealId: 1 })).toMatchObject({ ok: false, code: "internal" });
    expect(failures).toHaveLength(1);
  });
});

describe("a drop of files", () => {
  it("reaches its handler with the paths that the preload script found, and with nothing else", async () => {
    const { deps, seen } = withHandler(() => ({ fileToken: "t", fileName: "tape.xlsx" }));
    expect(await answerDrop(deps, ownPage, ["/tape.xlsx"])).toEqual({ ok: true, value: { fileToken: "t", fileName: "tape.xlsx" } });
    for (const wrong of ["/tape.xlsx", [1], null, { paths: [] }]) expect(await answerDrop(deps, ownPage, wrong)).toMatchObject({ code: "ipc.badPayload" });
    expect(seen).toEqual([{ channel: dropChannel, input: { paths: ["/tape.xlsx"] } }]);
  });

  it("can't be called by name: the page would name the paths", async () => {
    const { deps, seen } = withHandler(() => null);
    expect(await answerCall(deps, ownPage, dropChannel, { paths: ["/etc/passwd"] })).toMatchObject({ code: "ipc.unknownChannel" });
    expect(seen).toEqual([]);
  });
});

describe("a foreign sender", () => {
  const foreign: [string, CallEvent][] = [
    ["a destroyed frame", { sender: { id: 1 }, senderFrame: null }],
    ["another window", { sender: { id: 2 }, senderFrame: ownFrame }],
    ["a frame inside the page", { sender: { id: 1 }, senderFrame: { ...ownFrame, parent: ownFrame } }],
    ["about:blank", { sender: { id: 1 }, senderFrame: { origin: "null", url: "about:blank", parent: null } }],
    ["a web page", { sender: { id: 1 }, senderFrame: { origin: "https://desk", url: "https://desk/", parent: null } }],
    ["a host that begins alike", { sender: { id: 1 }, senderFrame: { origin: "app://desk.evil", url: "app://desk.evil/index.html", parent: null } }],
    ["a host that ends alike", { sender: { id: 1 }, senderFrame: { origin: "app://evil.desk", url: "app://evil.desk/", parent: null } }],
    ["our address in a path", { sender: { id: 1 }, senderFrame: { origin: "file://", url: "file:///app://desk/index.html", parent: null } }],
    ["developer tools", { sender: { id: 1 }, senderFrame: { origin: "devtools://devtools", url: "devtools://devtools/app.html", parent: null } }],
    ["an origin without its address", { sender: { id: 1 }, senderFrame: { origin: "app://desk", url: "not an address", parent: null } }],
  ];
  it.each(foreign)("%s is refused on every channel", async (_name, event) => {
    const { deps, seen } = withHandler(() => null);
    for (const channel of called) expect(await answerCall(deps, event, channel, {})).toEqual({ ok: false, code: "ipc.foreignSender", values: {} });
    expect(await answerDrop(deps, event, ["/tape.xlsx"])).toMatchObject({ ok: false, code: "ipc.foreignSender" });
    expect(seen).toEqual([]);
  });
});
