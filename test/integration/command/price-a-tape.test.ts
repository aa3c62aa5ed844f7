import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { runDealdesk } from "../../../main/command/dealdesk.ts";
import { openOwnFolder } from "../../../main/command/own-folder.ts";
import type { PricedTape } from "../../../main/command/price-tape.ts";
import { lockDesk } from "../../../main/db/desk-lock.ts";
import { formatMoney } from "../../../shared/format.ts";
import { corporateTape, openTestDesk, retailTape } from "../pricing/test-desk.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const chargedOffTape = join(root, "test/fixtures/retail_charged_off.csv");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dealdesk-test-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly printed: string;
  readonly complained: string;
}

/** Said every ten seconds, so only where a machine has much else to do. */
const progressLine = /^(?:Importing tape|Pricing)(?: \d+ %)?\n/gm;

function run(command: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // Its own folder for temporary files, so that what is left behind shows.
    const child = spawn(command, args, { cwd: root, env: { ...process.env, LC_ALL: "en_US.UTF-8", TMPDIR: folder } });
    let [printed, complained] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complained += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, printed, complained: complained.replaceAll(progressLine, "") }));
  });
}
const dealdesk = (...args: string[]) => run(process.execPath, [join(root, "scripts/dealdesk.mjs"), ...args]);
/** The command in this process: as it is started, but for the start. */
async function dealdeskHere(...args: string[]): Promise<Ended> {
  let [printed, complained] = ["", ""];
  const code = await runDealdesk(args, "en_US.UTF-8", { print: (text) => (printed += text), complain: (text) => (complained += text) });
  return { code, printed, complained: complained.replaceAll(progressLine, "") };
}
beforeEach(() => void vi.stubEnv("TMPDIR", folder));
afterEach(() => void vi.unstubAllEnvs());
const inFolder = (name: string) => join(folder, name);
const readResult = (name: string) => JSON.parse(readFileSync(inFolder(name), "utf8")) as PricedTape;
const baseOf = (priced: PricedTape) => priced.result.cases[1] ?? expect.fail("no base case");

describe("dealdesk price", () => {
  it("gives a workbook the result and the hashes that the app gives it", async () => {
    const { code, printed, complained } = await dealdesk("price", corporateTape, "--out", inFolder("corporate.json"), "--loans");
    expect([code, complained]).toEqual([0, ""]);
    const priced = readResult("corporate.json");
    expect(printed).toContain(priced.resultHash);
    const desk = openTestDesk();
    const { id } = await desk.deals.openSample();
    const model = await desk.assumptions.model(id);
    const result = await desk.pricing.price(id, model);
    const hashes = await desk.runs.hashes(id);
    await desk.close();
    expect(priced.result).toEqual(result);
    expect(priced).toMatchObject(hashes);
    expect(priced.tape.report.rejections.map(({ row }) => row)).toEqual([93, 156, 216]); // the tapes' manifest
    expect(priced.loans?.length).toBe(465);
    expect(priced.loans?.reduce((sum, loan) => sum + loan.allocatedFen, 0)).toBe(result.bidPriceFen);
  });

  it("reads a list in GB18030 with the unit that it leaves open, and prices it at another hurdle", async () => {
    const args = ["price", retailTape, "--unit", "元", "--deal-kind", "retailBulk", "--cut-off", "2025-09-30", "--format", "json"];
    const [usual, demanding] = await Promise.all([dealdeskHere(...args), dealdeskHere(...args, "--hurdle", "25%")]);
    const first = JSON.parse(usual.printed) as PricedTape;
    const second = JSON.parse(demanding.printed) as PricedTape;
    expect(first.tape).toMatchObject({ encoding: "gb18030", dealKind: "retailBulk", isDealKindStated: true, cutOffDate: "2025-09-30" });
    expect(first.result.totals).toMatchObject({ loans: 12_000, upbFen: 19_457_501_776, interestFen: 12_400_934_056 }); // the tapes' manifest
    expect(baseOf(second).hurdleRate).toBe(0.25);
    expect(baseOf(second).netCashFlowFen).toBe(baseOf(first).netCashFlowFen);
    expect(baseOf(second).presentValueFen).not.toBe(baseOf(first).presentValueFen);
    expect(second.inputsHash).not.toBe(first.inputsHash);
  });

  it("takes a bid price and files of assumptions that say only what differs", async () => {
    writeFileSync(
      inFolder("less.json"),
      JSON.stringify({ assumptions: { hurdleRate: 0.08, costs: { fileCostYuan: 0 } }, cases: { low: { collateralValue: -0.5 } } }),
    );
    writeFileSync(inFolder("cases.json"), JSON.stringify({ high: { delayMonths: 0 } }));
    const files = ["--assumptions", inFolder("less.json"), "--cases", inFolder("cases.json")];
    const { code } = await dealdeskHere("price", corporateTape, ...files, "--bid", "1000000000.50", "--out", inFolder("bid.json"));
    expect(code).toBe(0);
    const priced = readResult("bid.json");
    expect(priced.result.bidPriceFen).toBe(100_000_000_050);
    expect(priced.assumptions).toMatchObject({ hurdleRate: 0.08, costs: { fileCostYuan: 0 } });
    expect(priced.assumptions.horizonMonths).toBeGreaterThan(0);
    expect([priced.cases.low.collateralValue, priced.cases.high.delayMonths]).toEqual([-0.5, 0]);
  });

  it("joins the drawdowns of a contract to one claim where the call says so, and says of how many rows otherwise", async () => {
    const lines = [
      "金额单位：元",
      "合同编号,借据号,债务人名称,本金余额,利息",
      "HT-1,JJ-1,示例甲公司,1000.01,10",
      "HT-1,JJ-2,示例甲公司,2000.02,20",
      "HT-2,JJ-3,示例乙公司,3000,30",
    ];
    writeFileSync(inFolder("drawdowns.csv"), `${lines.join("\n")}\n`);
    const [alone, joined] = [
      await dealdeskHere("price", inFolder("drawdowns.csv"), "--out", inFolder("alone.json")),
      await dealdeskHere("price", inFolder("drawdowns.csv"), "--drawdowns", "claim", "--out", inFolder("joined.json")),
    ];
    expect([alone.code, joined.code]).toEqual([0, 0]);
    const countsOf = (name: string) => readResult(name).tape.report.counts;
    expect([countsOf("alone.json").loansKept, countsOf("joined.json").loansKept, countsOf("joined.json").partsJoined]).toEqual([3, 2, 1]);
    expect(readResult("joined.json").result.totals.upbFen).toBe(600_003);
    expect(alone.printed).toContain("Drawdowns of one contract taken as loans of their own, rows (1)");
    expect(joined.printed).toContain("Drawdowns of one contract joined to one claim, rows joined (1)");
    expect((await dealdeskHere("price", inFolder("drawdowns.csv"), "--drawdowns", "both")).code).toBe(2);
  });

  it("prints what lies beyond a short horizon, whole, beside every case", async () => {
    writeFileSync(inFolder("short.json"), JSON.stringify({ assumptions: { horizonMonths: 24 } }));
    const { code, printed } = await dealdeskHere("price", corporateTape, "--assumptions", inFolder("short.json"), "--out", inFolder("short-result.json"));
    expect(code).toBe(0);
    const { result } = readResult("short-result.json");
    const cells = result.cases.map(({ beyondHorizon }) => formatMoney(beyondHorizon?.receiptsFen ?? null, "wanYuan"));
    expect(cells).not.toContain("–");
    const lines = printed.split("\n").map((line) => line.trim().split(/ {2,}/));
    expect(lines).toContainEqual(["Receipts to month 240, not counted", ...cells]);
    const desk = openTestDesk();
    const { id } = await desk.deals.openSample();
    const { assumptions, cases } = await desk.assumptions.model(id);
    await desk.pricing.price(id, { assumptions: { ...assumptions, horizonMonths: 24 }, cases, bidPriceFen: null });
    expect((await desk.pricing.whole(id)).output.result).toEqual(result);
    await desk.close();
  });

  it("prices its own assumptions as it prices without any", async () => {
    expect((await dealdeskHere("assumptions", "--out", inFolder("built-in.json"))).code).toBe(0);
    const args = ["price", corporateTape, "--format", "json"];
    const [without, built] = await Promise.all([dealdeskHere(...args), dealdeskHere(...args, "--assumptions", inFolder("built-in.json"))]);
    expect(JSON.parse(built.printed)).toEqual(JSON.parse(without.printed));
  });

  it("simulates with a seed and explains each bid down to loans, to the fen", async () => {
    const args = ["price", corporateTape, "--format", "json", "--simulate", "400", "--seed", "7"];
    const [one, two] = await Promise.all([dealdeskHere(...args, "--explain"), dealdeskHere(...args)]);
    const [explained, plain] = [JSON.parse(one.printed) as PricedTape, JSON.parse(two.printed) as PricedTape];
    expect(explained.simulation?.seed).toBe(7);
    expect(plain.simulation).toEqual(explained.simulation);
    const bids = explained.explained?.map(({ trace }) => trace) ?? [];
    expect(bids.map(({ amountFen }) => amountFen)).toEqual(explained.result.cases.map(({ maxBidFen }) => maxBidFen));
    const sums = (line: (typeof bids)[number]): boolean =>
      (line.lines ?? []).every(sums) &&
      (line.lines === undefined || line.lines.filter(({ adds }) => adds).reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0) === line.amountFen);
    expect(bids.every(sums)).toBe(true);
  });

  it("reads a bid and a day as people write them, and says of an unusual hurdle and bid what it understood", async () => {
    const args = ["--bid", "￥999，999.50万元", "--hurdle", "0.12%", "--cut-off", "2025年9月30日", "--simulate", "1,000", "--out", inFolder("typed.json")];
    const { code, complained } = await dealdeskHere("price", retailTape, "--unit", "元", ...args);
    expect(code).toBe(0);
    expect(complained).toBe(
      [
        "dealdesk: Note: Hurdle rate: Now 0.12%; if 12.00% is meant, enter 12.00%.\n",
        "dealdesk: Note: Low, Base, High: no positive price. The costs, the overhead of the package among them, exceed the recoveries.\n",
        "dealdesk: Note: The bid is above the claim; please check.\n",
      ].join(""),
    );
    const priced = readResult("typed.json");
    expect([priced.result.bidPriceFen, priced.assumptions.hurdleRate, priced.tape.cutOffDate]).toEqual([999_999_500_000, 0.0012, "2025-09-30"]);
    expect(priced.assumptions.simulation.paths).toBe(1000);
  });

  it("says of a package that is worth nothing that it has no positive price, and why", async () => {
    writeFileSync(inFolder("dear.json"), JSON.stringify({ assumptions: { costs: { fileCostYuan: 9_000_000 } } }));
    const { code, printed, complained } = await dealdeskHere("price", corporateTape, "--assumptions", inFolder("dear.json"));
    expect(code).toBe(0);
    expect(printed).toContain("bid price: no positive price");
    expect(printed).toMatch(/^Highest bid +none +none +none$/m);
    expect(complained).toBe("dealdesk: Note: Low, Base, High: no positive price. The costs, the overhead of the package among them, exceed the recoveries.\n");
  });

  it("refuses on the error output, with an exit code of its own", async () => {
    const { code, printed, complained } = await dealdesk("price", chargedOffTape);
    expect([code, printed]).toEqual([3, ""]);
    expect(complained).toMatch(/states no unit/);
  });

  it("runs offline by its name", async () => {
    const { code, printed } = await run("npx", ["--offline", "dealdesk", "--help", "--lang", "zh"]);
    expect(code).toBe(0);
    expect(printed).toContain("目标收益率");
  });
});

describe("a flat list that has more columns of collateral than of loans", () => {
  const lines = [
    "合同编号,借款人名称,抵押物名称,抵押物类型,坐落,面积（㎡）,评估价值（元）,抵押顺位,在先债权（元）,查封情况,产权证号,本金余额（元）",
    "HT1,甲公司,住宅一套,住宅,中州路1号,100,2000000,1,0,首封,洛证1,1000000",
    "HT2,乙公司,住宅一套,住宅,中州路2号,100,3000000,1,0,轮候查封,洛证2,1000000",
  ];
  const call = () => ["price", inFolder("flat.csv"), "--unit", "元", "--cut-off", "2025-09-30", "--out", inFolder("flat.json")];
  beforeEach(() => {
    vi.stubEnv("TMPDIR", folder);
    writeFileSync(inFolder("flat.csv"), `${lines.join("\n")}\n`);
  });
  afterEach(() => void vi.unstubAllEnvs());

  it("is refused as what it seems, with the option that says what it is", async () => {
    const { code, complained } = await dealdeskHere(...call());
    expect(code).toBe(3);
    expect(complained).toMatch(/--role loans.*\[tape\.refused: noLoanSheet\]/);
  });

  it.each(["loans", "flat=loans"])("is priced with its collateral as --role %s", async (role) => {
    expect((await dealdeskHere(...call(), "--role", role)).code).toBe(0);
    const { tape, result } = readResult("flat.json");
    expect(tape.mapping.sheets.map((sheet) => sheet.role)).toEqual(["loans"]);
    expect(result.totals).toMatchObject({ loans: 2, collateralItems: 2, upbFen: 200_000_000, appraisalFen: 500_000_000 });
  });
});

describe("dealdesk refuses, in one sentence, and writes nothing", () => {
  it.each<[string, number, RegExp, string[]]>([
    ["a tape that states no unit", 3, /states no unit.*--unit.*\[tape\.refused: unitMissing\]/, ["price", chargedOffTape]],
    ["a unit that contradicts the tape", 3, /contradicts.*\[unitContradicts\]/, ["price", corporateTape, "--unit", "yuan"]],
    ["a role that no list has", 2, /--role.*list.*\[badValue\]/, ["price", corporateTape, "--role", "list"]],
    ["a role of one of several sheets", 2, /债权清单, 抵押物清单.*\[roleOfSeveral\]/, ["price", corporateTape, "--role", "loans"]],
    ["a role of a sheet that is not there", 2, /"清单".*\[sheetUnknown\]/, ["price", corporateTape, "--role", "清单=loans"]],
    ["a file that is no list", 3, /\[tape\.refused: unsupportedFile\]/, ["price", join(root, "docs/workbench.png")]],
    ["an encoding that does not fit", 3, /\[tape\.refused: encodingMismatch\]/, ["price", retailTape, "--encoding", "utf-8"]],
    ["a tape that is not there", 2, /\[fileNotFound\]/, ["price", "none.csv"]],
    ["a call without a tape", 2, /\[tapeMissing\]/, ["price"]],
    ["two tapes", 2, /\[tapesSeveral\]/, ["price", corporateTape, retailTape]],
    ["an unknown command", 2, /\[unknownCommand\]/, ["prize", corporateTape]],
    ["an unknown option", 2, /--hurdel \[|--hurdel.*\[unknownOption\]/, ["price", corporateTape, "--hurdel", "0.1"]],
    ["an option without its value", 2, /\[valueMissing\]/, ["price", corporateTape, "--hurdle", "--loans"]],
    ["a hurdle that is no rate", 2, /--hurdle.*\[badValue\]/, ["price", corporateTape, "--hurdle", "ten"]],
    ["a comma in place of the point", 2, /--bid.*12,5.*comma only parts thousands.*\[badValue\]/, ["price", corporateTape, "--bid", "12,5"]],
    ["a hurdle that may be 12 or 1200 %", 2, /--hurdle.*needs its % sign.*\[badValue\]/, ["price", corporateTape, "--hurdle", "12"]],
    ["a hurdle with a comma", 2, /--hurdle.*comma.*\[badValue\]/, ["price", corporateTape, "--hurdle", "12，5%"]],
    ["a bid of nothing", 2, /--bid.*0\.01 yuan or more.*\[badValue\]/, ["price", corporateTape, "--bid", "0"]],
    ["a part of a fen", 2, /--bid.*fen.*\[badValue\]/, ["price", corporateTape, "--bid", "180000.123"]],
    ["a day without its year", 2, /--cut-off.*year is missing.*\[badValue\]/, ["price", corporateTape, "--cut-off", "11月13日"]],
    ["a day in doubt", 2, /--cut-off.*Day or month first.*\[badValue\]/, ["price", corporateTape, "--cut-off", "3/4/2025"]],
    ["a hurdle of −100 %", 2, /--hurdle.*\[badValue\]/, ["price", corporateTape, "--hurdle=-1"]],
    ["a day that does not exist", 2, /--cut-off.*\[badValue\]/, ["price", corporateTape, "--cut-off", "2025-02-30"]],
    ["a result file in no folder", 5, /\[notWritable\]/, ["price", corporateTape, "--out", join(tmpdir(), "no-such-folder", "r.json")]],
  ])("%s", async (_name, code, sentence, args) => {
    const out = args.includes("--out") ? [] : ["--out", inFolder("refused.json")];
    const ended = await dealdeskHere(...args, ...out);
    expect([ended.code, ended.printed]).toEqual([code, ""]);
    expect(ended.complained).toMatch(sentence);
    expect(existsSync(inFolder("refused.json"))).toBe(false);
  });

  it.each<[string, RegExp, unknown]>([
    ["no JSON", /\[badJson\]/, "{"],
    ["a field that the desk does not know", /assumptions\.hurdelRate.*\[unknownField\]/, { hurdelRate: 0.1 }],
    [
      "a field deep inside that it does not know",
      /collateral\.rounds\.0\.odds.*\[unknownField\]/,
      {
        collateral: { rounds: [{ openingShare: 0.7, clearingProbability: 0.1, priceMultiple: 1, gapMonths: 2, odds: 1 }] },
      },
    ],
    [
      "a gap before the first round",
      /rounds\.0\.gapMonths must be 0.*\[firstRoundGap\]/,
      { collateral: { rounds: [{ openingShare: 0.7, clearingProbability: 0.1, priceMultiple: 1, gapMonths: 2 }] } },
    ],
    ["a share above one", /costs\.servicerRateCash.*\[badField\]/, { assumptions: { costs: { servicerRateCash: 1.5 } } }],
    ["money as text", /costs\.fileCostYuan.*\[badField\]/, { costs: { fileCostYuan: "500" } }],
  ])("assumptions with %s", async (_name, sentence, content) => {
    writeFileSync(inFolder("wrong.json"), typeof content === "string" ? content : JSON.stringify(content));
    const ended = await dealdeskHere("price", corporateTape, "--assumptions", inFolder("wrong.json"), "--out", inFolder("refused.json"));
    expect([ended.code, ended.printed, existsSync(inFolder("refused.json"))]).toEqual([4, "", false]);
    expect(ended.complained).toMatch(sentence);
  });

  it("in the language asked for", async () => {
    expect((await dealdeskHere("price", chargedOffTape, "--lang", "zh")).complained).toContain("未注明金额单位");
  });

  it("and sweeps what a killed call left, but nothing that another call holds", async () => {
    const killed = spawn(process.execPath, [join(root, "scripts/dealdesk.mjs"), "price", corporateTape, "--hurdle", "0.12"], {
      cwd: root,
      env: { ...process.env, TMPDIR: folder },
      detached: true,
      stdio: "ignore",
    });
    const foldersOfCalls = () => readdirSync(folder).filter((name) => /^dealdesk-\w{6}$/.test(name));
    // The lock comes before the database; a folder without either is taken by a call an hour later for one that came no further.
    const databases = () => foldersOfCalls().filter((name) => existsSync(join(folder, name, "desk.sqlite")));
    await vi.waitFor(() => expect(databases()).toHaveLength(1), { timeout: 300_000, interval: 20 });
    const held = openOwnFolder(folder, Date.now() + 3_600_000);
    const lock = lockDesk(held.databaseFile, { timeoutMs: 0 });
    expect(foldersOfCalls()).toHaveLength(2);
    process.kill(-(killed.pid ?? Number.NaN), "SIGKILL");
    await once(killed, "close");
    openOwnFolder(folder, Date.now() + 3_600_000).remove();
    expect(foldersOfCalls()).toEqual([basename(held.path)]);
    lock.close();
    held.remove();
  });

  it("and leaves no database behind", () => {
    expect(readdirSync(folder).filter((name) => name.startsWith("dealdesk-"))).toEqual([]);
  });
});
