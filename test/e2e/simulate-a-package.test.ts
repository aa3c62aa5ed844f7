import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {} from "../../renderer/desk/desk-client.ts";
import { openTestDesk } from "../integration/pricing/test-desk.ts";
import { answered, openSampleDeal, priced, speak } from "./desk-steps.ts";
import { textOf as say } from "./desk-texts.ts";
import { type DeskWindow, openDesk, projectRoot, removeFolder } from "./desk-window.ts";

describe("simulating a package on the workbench", () => {
  let desk: DeskWindow;

  beforeAll(async () => {
    desk = await openDesk();
    await openSampleDeal(desk.page);
    await desk.page.getByTestId("view-simulation").click();
    await desk.page.getByTestId("simulation-run").waitFor();
  });
  afterAll(async () => {
    await desk.quit();
    await removeFolder(desk.dataFolder);
  });

  const textOf = (testId: string) => desk.page.getByTestId(testId).textContent();
  const amountOf = async (testId: string) => Number(((await textOf(testId)) ?? "").replace(/[^\d.]/g, ""));
  const percentileCells = async () =>
    (await desk.page.getByTestId("distribution-maxBid").locator("td").allTextContents()).map((text) => Number(text.replaceAll(",", "")));

  it("draws the paths and shows what the bid may be worth", async () => {
    const { page } = desk;
    await page.getByTestId("simulation-paths").fill("2000");
    await priced(page);
    await page.getByTestId("simulation-run").click();
    await page.getByTestId("distribution-table").waitFor();
    const [, , shortfall = 0, ...percentiles] = await percentileCells();
    expect(percentiles).toEqual(percentiles.toSorted((left, right) => left - right));
    expect(shortfall).toBeLessThanOrEqual(percentiles[0] ?? 0);
    // The desk's price is the base case's highest bid, somewhere in the middle of the paths.
    expect(await amountOf("simulation-missProbability")).toBeGreaterThan(10);
    expect(await amountOf("simulation-missProbability")).toBeLessThan(90);
    expect(await amountOf("simulation-bidAtConfidence")).toBeLessThan(percentiles[3] ?? 0);
    expect(await textOf("simulation-done")).toContain("2,000");
    // The mean beside the base case's figure, in both languages.
    expect(await textOf("simulation-mean-remark")).toMatch(
      /^净回收现值的均值较基准情形的 [\d,.]+ 万元 [高低] [\d,.]+ 万元（\d\.\d\d%）（标准误 [\d,.]+ 万元）/,
    );
    await speak(page, "en");
    expect(await textOf("simulation-mean-remark")).toMatch(/^The mean of the present values is .* (above|below) the base case's /);
    await speak(page, "zh");
    const pictures = join(projectRoot, "out");
    await mkdir(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, "simulation.png") });
  });

  it("gives in Electron the bytes that it gives in Node", async () => {
    const inElectron = await desk.page.evaluate(async () => {
      const answer = await window.desk.call("simulation.state", { dealId: 1 });
      return answer.ok ? (answer.value.result?.pathsHash ?? "none") : answer.code;
    });
    const node = openTestDesk();
    try {
      const dealId = (await node.deals.openSample()).id;
      const { assumptions, cases } = await node.assumptions.model(dealId);
      await node.pricing.price(dealId, { assumptions: { ...assumptions, simulation: { ...assumptions.simulation, paths: 2000 } }, cases, bidPriceFen: null });
      expect((await node.simulations.run(dealId)).pathsHash).toBe(inElectron);
    } finally {
      await node.close();
    }
  });

  it("says so when the model has changed since, and asks less at a higher confidence", async () => {
    const { page } = desk;
    const before = await amountOf("simulation-bidAtConfidence");
    await page.getByTestId("simulation-confidence").fill("95");
    await page.getByTestId("simulation-stale").waitFor();
    await page.getByTestId("simulation-run").click();
    await page.getByText(say("zh", "simulation.key.bidAtConfidence", { confidence: "95%" }), { exact: true }).waitFor();
    await answered(page, "simulation-view");
    expect(await page.getByTestId("simulation-stale").count()).toBe(0);
    expect(await amountOf("simulation-bidAtConfidence")).toBeLessThan(before);
  });

  it("stops a long run when it is cancelled and keeps the figures it had", async () => {
    const { page } = desk;
    const before = await percentileCells();
    await page.getByTestId("simulation-paths").fill("100000");
    await priced(page);
    await page.getByTestId("simulation-run").click();
    await page
      .getByTestId("simulation-progress")
      .filter({ hasText: new RegExp(`^${say("zh", "simulation.running")} [1-9]\\d*%$`) })
      .waitFor();
    await page.getByTestId("simulation-cancel").click();
    await page.getByTestId("simulation-cancelled").waitFor();
    expect(await percentileCells()).toEqual(before);
  });

  it("says that nothing comes back instead of leaving such paths out of the rates of return", async () => {
    const { page } = desk;
    await page.getByTestId("simulation-paths").fill("500");
    await priced(page);
    await page.evaluate(async () => {
      const model = await window.desk.call("assumptions.model", { dealId: 1 });
      if (!model.ok) throw new Error(model.code);
      const { assumptions, cases } = model.value;
      const worthless = { ...cases, base: { ...cases.base, collateralValueShift: -1, cashRecoveryShift: -1 } };
      await window.desk.call("pricing.price", { dealId: 1, edit: { assumptions, cases: worthless, bidPriceFen: 100_000_000 } });
    });
    await page.getByTestId("simulation-run").click();
    await page.getByTestId("simulation-lossNote").waitFor();
    const rates = await page.getByTestId("distribution-irr").locator("td").allTextContents();
    expect(rates).toEqual(["—", "—", "—", ...rates.slice(3).fill("< −99%")]);
    expect(await textOf("simulation-missProbability")).toBe("100.0%");
    await page.screenshot({ path: join(projectRoot, "out", "simulation-losses.png") });
  });

  it("reads the same in English", async () => {
    const { page } = desk;
    await speak(page, "en");
    await page.getByText("Probability of missing the hurdle", { exact: true }).waitFor();
    await page.screenshot({ path: join(projectRoot, "out", "simulation-en.png") });
  });

  it("raises no error in the window", () => {
    expect(desk.pageErrors).toEqual([]);
  });
});
