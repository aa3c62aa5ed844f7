import { createHash } from "node:crypto";
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runDealdesk } from "../../../main/command/dealdesk.ts";
import { type GivenPart, writeContainer } from "../../../main/dossiers/container/write-container.ts";
import { lookAtDossier, replayDossier } from "../../../main/dossiers/look-at-dossier.ts";
import { ENGINE_VERSION, pricePackage } from "../../../main/engine/price-package.ts";
import { directoryEntry, endOfZip, localHead } from "../../../main/files/zip-heads.ts";
import { type Dossier, type DossierManifest, dossierSchema } from "../../../shared/domain/dossier.ts";
import { DeskError } from "../../../shared/result.ts";
import { documentParts } from "../../unit/memos/document-parts.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

const pdf = new TextEncoder().encode("%PDF-1.4\n1 0 obj <</Type /Pages /Count 1 /Kids [2 0 R]>> endobj\n2 0 obj <</Type /Page>> endobj\n");
let desk: TestDesk;
let folder: string;
let file: string;
let sealed: Buffer;
let sha256 = "";
let dealId: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dossiers-"));
  file = join(folder, "deal.dealdossier");
  desk = openTestDesk(undefined, {
    chooseFile: async () => null,
    printToPdf: async () => pdf,
    partsOf: async () => {
      throw new Error("no document is asked for");
    },
    print: async () => false,
  });
  dealId = (await desk.deals.openSample()).id;
  const model = await desk.assumptions.model(dealId);
  await desk.pricing.price(dealId, model);
  await desk.runs.save(dealId, "初稿");
  await desk.pricing.price(dealId, { ...model, assumptions: { ...model.assumptions, hurdleRate: 0.15 } });
  await desk.runs.save(dealId, "投决稿");
  desk.useDossier(file);
  const saved = await desk.dossiers.save({ dealId, language: "zh", moneyUnit: "wanYuan" });
  if (saved === null) throw new Error("nothing was sealed");
  sha256 = saved.sha256;
  sealed = readFileSync(file);
}, 300_000);

afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

const changed = (bytes: Buffer): string => {
  const other = join(folder, "changed.dealdossier");
  writeFileSync(other, bytes);
  return other;
};
const flipped = (at: number): Buffer => {
  const bytes = Buffer.from(sealed);
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  return bytes;
};
/** Parts that are no longer as they were sealed, as whoever looks is told. */
async function faultsOf(path: string): Promise<readonly string[]> {
  try {
    const { parts } = await lookAtDossier(path);
    return parts.filter(({ state }) => state !== "intact").map(({ name }) => name);
  } catch (failure) {
    if (!(failure instanceof DeskError)) throw failure;
    return failure.code === "dossier.damaged" ? [String(failure.values["part"])] : [failure.code];
  }
}
const codeOf = (path: string) =>
  lookAtDossier(path).then(
    () => "opened",
    (failure: unknown) => (failure instanceof DeskError ? failure.code : String(failure)),
  );
const contents = () => [...documentParts(sealed)].map(([name, content]): GivenPart => ({ name, content }));
const manifestOf = () => JSON.parse(documentParts(sealed).get("manifest.json")?.toString("utf8") ?? "") as DossierManifest;

/** A dossier whose parts are others than were sealed, with a manifest that fits them. */
async function forged(change: (name: string, content: Buffer) => Buffer): Promise<string> {
  const parts = [...documentParts(sealed)].filter(([name]) => name !== "manifest.json").map(([name, content]) => ({ name, content: change(name, content) }));
  const manifest = {
    ...manifestOf(),
    parts: parts.map(({ name, content }) => ({ name, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") })),
  };
  const other = join(folder, "forged.dealdossier");
  await writeContainer(other, [{ name: "manifest.json", content: Buffer.from(JSON.stringify(manifest)) }, ...parts]);
  return other;
}
const statementChanged = (change: (statement: Record<string, unknown>) => Record<string, unknown>) => (name: string, content: Buffer) =>
  name === "runs/1/run.json" ? Buffer.from(JSON.stringify(change(JSON.parse(content.toString("utf8")) as Record<string, unknown>))) : content;

async function command(...argv: string[]) {
  let [said, complained] = ["", ""];
  const code = await runDealdesk(argv, "en", { print: (text) => (said += text), complain: (text) => (complained += text) });
  return { code, said, complained };
}

describe("a sealed deal", () => {
  let dossier: Dossier;
  beforeAll(async () => {
    dossier = await desk.dossiers.look((await desk.dossiers.choose())?.fileToken ?? "");
  });

  it("holds tape, model, runs, memos in both languages, twin, market and actions, each hashed into the manifest", () => {
    expect(dossierSchema.parse(dossier)).toEqual(dossier);
    expect(dossier.parts.map(({ name }) => name)).toEqual([
      "deal.json",
      "tape/tape.json",
      "runs/1/run.json",
      "runs/1/inputs.bin",
      "runs/1/results.bin",
      "runs/2/run.json",
      "runs/2/inputs.bin",
      "runs/2/results.bin",
      "tape/rows.xlsx",
      "model.json",
      "market.json",
      "actions.json",
      "memo-zh.pdf",
      "memo-en.pdf",
      "twin.xlsx",
    ]);
    expect(dossier.parts.every(({ state }) => state === "intact")).toBe(true);
    expect(dossier.manifestSha256).toBe(sha256);
    expect(dossier.manifest.engineVersion).toBe(ENGINE_VERSION);
    expect(dossier.manifest.runs.map(({ name }) => name)).toEqual(["投决稿", "初稿"]);
    const parts = documentParts(sealed);
    for (const { name, sha256: hash } of dossier.manifest.parts)
      expect(
        createHash("sha256")
          .update(parts.get(name) ?? "")
          .digest("hex"),
      ).toBe(hash);
    expect(Buffer.from(parts.get("memo-zh.pdf") ?? "").equals(Buffer.from(pdf))).toBe(true);
  });

  it("comes out equal where its runs are priced again, here and on a desk that knows nothing of the deal", async () => {
    const { fileToken } = (await desk.dossiers.choose()) ?? { fileToken: "" };
    const equal = {
      isEqual: true,
      runs: [
        { name: "投决稿", verdict: { kind: "equal" } },
        { name: "初稿", verdict: { kind: "equal" } },
      ],
    };
    expect(await desk.dossiers.replay(fileToken)).toEqual(equal);
    const other = openTestDesk();
    try {
      other.useDossier(file);
      expect(await other.dossiers.replay((await other.dossiers.choose())?.fileToken ?? "")).toEqual(equal);
      expect(await other.deals.list(false)).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it("is the same file where it is sealed again, but for what the trail and the time say", async () => {
    const again = join(folder, "again.dealdossier");
    desk.useDossier(again);
    await desk.dossiers.save({ dealId, language: "zh", moneyUnit: "wanYuan" });
    desk.useDossier(file);
    const [one, other] = [documentParts(sealed), documentParts(readFileSync(again))];
    for (const name of ["runs/1/run.json", "runs/1/inputs.bin", "runs/1/results.bin", "model.json", "market.json"])
      expect(other.get(name)?.equals(one.get(name) ?? Buffer.alloc(0))).toBe(true);
  });
});

describe("one byte that was changed", () => {
  it("is found in every part, in its content, its head and its entry in the directory, and the part is named", async () => {
    // Thousands of bytes are changed: each in its place, and put back.
    const copy = changed(sealed);
    const handle = openSync(copy, "r+");
    const faultsAt = async (place: number) => {
      writeSync(handle, Uint8Array.of((sealed[place] ?? 0) ^ 0x10), 0, 1, place);
      const faults = await faultsOf(copy);
      writeSync(handle, sealed, place, 1, place);
      return faults;
    };
    const end = sealed.length - 22;
    let [at, entryAt] = [0, sealed.readUInt32LE(end + 16)];
    for (const [name, content] of documentParts(sealed)) {
      const head = 30 + name.length;
      const places = [
        ...Array.from({ length: head }, (_, byte) => at + byte),
        at + head,
        at + head + Math.floor(content.length / 2),
        at + head + content.length - 1,
        ...Array.from({ length: 46 + name.length }, (_, byte) => entryAt + byte),
      ];
      for (const place of places) expect([place - at, place - entryAt, await faultsAt(place)]).toEqual([place - at, place - entryAt, [name]]);
      at += head + content.length;
      entryAt += 46 + name.length;
    }
    for (let place = end; place < sealed.length; place += 1) expect(await faultsAt(place)).toEqual(["zip"]);
    closeSync(handle);
    expect(await faultsOf(copy)).toEqual([]);
  }, 300_000);

  it("is found where the file is cut, or something is added behind it", async () => {
    expect(await faultsOf(changed(sealed.subarray(0, sealed.length - 1)))).toEqual(["zip"]);
    expect(await faultsOf(changed(Buffer.concat([sealed, Buffer.alloc(1)])))).toEqual(["zip"]);
    expect(await faultsOf(changed(sealed.subarray(0, 1000)))).toEqual(["zip"]);
  });
});

describe("whoever forges the manifest as well", () => {
  const verdicts = async (path: string) => (await replayDossier(path, (input) => pricePackage(input))).verdict.runs.map(({ verdict }) => verdict);

  it("is found by the run's own hashes", async () => {
    const path = await forged(statementChanged((said) => ({ ...said, result: { ...(said["result"] as object), bidPriceFen: 1 } })));
    expect((await lookAtDossier(path)).parts.every(({ state }) => state === "intact")).toBe(true);
    expect(await verdicts(path)).toEqual([{ kind: "altered" }, { kind: "equal" }]);
  });

  it("is found where a run's columns are another's", async () => {
    const parts = documentParts(sealed);
    const path = await forged((name, content) => (name === "runs/1/results.bin" ? (parts.get("runs/2/results.bin") ?? content) : content));
    expect((await verdicts(path))[0]).toEqual({ kind: "altered" });
  });

  it("is told that a run can't be read where it is none, or unpacks without end", async () => {
    for (const content of [Buffer.from("no run"), deflateRawSync(Buffer.alloc(1 << 20))]) {
      const path = await forged((name, given) => (name === "runs/1/inputs.bin" ? content : given));
      expect((await verdicts(path))[0]).toEqual({ kind: "unreadable" });
    }
  });
});

describe("an engine that prices otherwise", () => {
  it("is told the first figure that differs", async () => {
    const { verdict } = await replayDossier(file, (input) => {
      const priced = pricePackage(input);
      const cases = priced.result.cases.map((one) => (one.caseName === "base" ? { ...one, maxBidFen: one.maxBidFen + 1 } : one));
      return { ...priced, result: { ...priced.result, cases } };
    });
    const [first] = verdict.runs;
    expect(verdict.isEqual).toBe(false);
    expect(first?.verdict).toMatchObject({ kind: "differs", place: expect.stringMatching(/^cases\.\d\.maxBidFen$/) });
  });

  it("is told the first loan, where only one of its figures differs", async () => {
    const { verdict } = await replayDossier(file, (input) => {
      const priced = pricePackage(input);
      const presentValue = Float64Array.from(priced.loanResults.base.presentValue);
      presentValue[11] = (presentValue[11] ?? 0) + 1e-9 * Math.abs(presentValue[11] ?? 1) + 1e-9;
      return { ...priced, loanResults: { ...priced.loanResults, base: { ...priced.loanResults.base, presentValue } } };
    });
    expect(verdict.runs[0]?.verdict).toMatchObject({ kind: "differs", place: "loans.12.base.presentValue" });
  });
});

describe("a hostile file", () => {
  const entry = (name: string, content: Buffer, more: { method?: number; size?: number } = {}) => {
    const size = more.size ?? content.length;
    const part = { name: Buffer.from(name), at: 0, crc: 0, packed: size, size };
    const [head, listed] = [localHead(part, "stored"), directoryEntry(part, "stored")];
    head.writeUInt16LE(more.method ?? 0, 8);
    listed.writeUInt16LE(more.method ?? 0, 10);
    if (more.method !== undefined) {
      head.writeUInt32LE(content.length, 18);
      listed.writeUInt32LE(content.length, 20);
    }
    return { bytes: Buffer.concat([head, content]), listed };
  };
  const zipOf = (entries: readonly ReturnType<typeof entry>[]) => {
    let at = 0;
    for (const { bytes, listed } of entries) {
      listed.writeUInt32LE(at, 42);
      at += bytes.length;
    }
    const directory = Buffer.concat(entries.map(({ listed }) => listed));
    return Buffer.concat([...entries.map(({ bytes }) => bytes), directory, endOfZip(entries.length, directory.length, at)]);
  };

  it.each([
    ["is no zip", () => Buffer.from("a plain text"), "dossier.notDossier"],
    ["is empty", () => Buffer.alloc(0), "dossier.notDossier"],
    ["is another zip", () => zipOf([entry("a.txt", Buffer.from("a"))]), "dossier.notDossier"],
    ["unpacks to gigabytes", () => zipOf([entry("manifest.json", deflateRawSync(Buffer.alloc(1 << 24)), { method: 8, size: 2 ** 31 })]), "dossier.packed"],
    ["climbs out of its folder", () => zipOf([entry("../../etc/passwd", Buffer.from("a"))]), "dossier.unsafeName"],
    ["names an absolute place", () => zipOf([entry("/etc/passwd", Buffer.from("a"))]), "dossier.unsafeName"],
    ["has a huge manifest", () => zipOf([entry("manifest.json", Buffer.alloc(2 << 20, 0x20))]), "dossier.partTooLarge"],
    ["has a manifest that is none", () => zipOf([entry("manifest.json", Buffer.from("{}"))]), "dossier.damaged"],
    ["has thousands of parts", () => zipOf(Array.from({ length: 1001 }, (_, at) => entry(`p${at}`, Buffer.alloc(0)))), "dossier.tooManyParts"],
  ])("that %s gets a sentence with a code", async (_what, bytes, code) => {
    expect(await codeOf(changed(bytes()))).toBe(code);
  });

  it("that names a part twice gets one", async () => {
    const twice = join(folder, "twice.dealdossier");
    await writeContainer(twice, [...contents(), { name: "model.json", content: Buffer.from("{}") }]);
    expect(await codeOf(twice)).toBe("dossier.duplicatePart");
  });

  it("that lacks a part, or has one that nobody sealed, is told by name", async () => {
    const other = join(folder, "lacking.dealdossier");
    await writeContainer(other, [...contents().filter(({ name }) => name !== "twin.xlsx"), { name: "more.txt", content: Buffer.from("a") }]);
    const { parts } = await lookAtDossier(other);
    expect(parts.filter(({ state }) => state !== "intact")).toEqual([
      { name: "twin.xlsx", bytes: expect.any(Number), state: "missing" },
      { name: "more.txt", bytes: 1, state: "unlisted" },
    ]);
    expect((await replayDossier(other, (input) => pricePackage(input))).verdict.isEqual).toBe(false);
  });
});

describe("dealdesk verify", () => {
  it("says equal and answers 0 where nothing was changed", async () => {
    const { code, said, complained } = await command("verify", file);
    expect([code, complained]).toEqual([0, ""]);
    expect(said).toContain(`Dossier hash ${sha256}`);
    expect(said).toContain("“投决稿”: equal");
    expect(said.trim().endsWith("Equal: every part is as it was sealed and every run comes out the same.")).toBe(true);
  });

  it("names the part and answers 7 where a byte was flipped", async () => {
    const twin = sealed.indexOf(Buffer.from("twin.xlsx"), sealed.indexOf(Buffer.from("%PDF"))) + 200;
    const { code, said } = await command("verify", changed(flipped(twin)));
    expect(code).toBe(7);
    expect(said).toContain("“twin.xlsx” was altered.");
    expect(said.trim().endsWith("Not equal.")).toBe(true);
  });

  it("says why it can't repeat a run of another engine, and answers 7", async () => {
    const stored = documentParts(sealed);
    // A run that another version made, whole by its own hashes: the statement is hashed with its version.
    const { makeOtherEngine } = await import("./other-engine.ts");
    const made = await makeOtherEngine(
      stored.get("runs/1/run.json") ?? Buffer.alloc(0),
      stored.get("runs/1/inputs.bin") ?? Buffer.alloc(0),
      stored.get("runs/1/results.bin") ?? Buffer.alloc(0),
      "1.2.3",
    );
    const path = await forged((name, content) => (name === "runs/1/run.json" ? made : content));
    const { code, said } = await command("verify", path);
    expect(code).toBe(7);
    expect(said).toContain(`made by engine 1.2.3, this desk has ${ENGINE_VERSION} and can't repeat it to the bit`);
  });

  it("refuses what is no dossier with one sentence and its code", async () => {
    const { code, said, complained } = await command("verify", changed(Buffer.from("text")));
    expect([code, said]).toEqual([7, ""]);
    expect(complained).toBe("dealdesk: This file is no deal dossier. [dossier.notDossier]\n");
    expect(await command("verify")).toMatchObject({ code: 2 });
    expect(await command("verify", join(folder, "absent.dealdossier"))).toMatchObject({ code: 2 });
  });
});

it("a deal without a saved run is refused before a file is asked for", async () => {
  const other = openTestDesk();
  try {
    const { id } = await other.deals.openSample();
    const place = join(folder, "none.dealdossier");
    other.useDossier(place);
    await expect(other.dossiers.save({ dealId: id, language: "en", moneyUnit: "yuan" })).rejects.toMatchObject({ code: "dossier.noRun" });
    expect(existsSync(place)).toBe(false);
  } finally {
    await other.close();
  }
});

it("an old file stays where sealing fails", async () => {
  const place = join(folder, "kept.dealdossier");
  copyFileSync(file, place);
  const other = openTestDesk(undefined, {
    chooseFile: async () => null,
    printToPdf: async () => {
      throw new DeskError("memo.printFailed");
    },
    partsOf: async () => {
      throw new Error("no document is asked for");
    },
    print: async () => false,
  });
  try {
    const { id } = await other.deals.openSample();
    await other.pricing.price(id, await other.assumptions.model(id));
    await other.runs.save(id, "一");
    other.useDossier(place);
    await expect(other.dossiers.save({ dealId: id, language: "en", moneyUnit: "yuan" })).rejects.toMatchObject({ code: "memo.printFailed" });
    expect(readFileSync(place).equals(sealed)).toBe(true);
  } finally {
    await other.close();
  }
});
