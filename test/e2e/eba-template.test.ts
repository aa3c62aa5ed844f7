import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { workbookOf } from "../integration/pricing/workbook-of.ts";
import { axeFindings } from "./axe-findings.ts";
import { registerDeal, speak, stateDayAndYuan } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";
import { openSheet } from "./sheet-steps.ts";

const sheets = [
  {
    name: "Loan",
    rows: [
      ["Contract Identifier", "Counterparty Identifier", "Principal Balance (yuan)"],
      ["C-001", "CP-001", 1000],
      ["C-002", "CP-002", 2000],
    ],
  },
  {
    name: "Counterparty",
    rows: [
      ["Counterparty Identifier", "Name of Counterparty", "Legal Type of Counterparty", "City of Counterparty"],
      ["CP-001", "Example A Ltd", "Listed corporate", "Milan"],
      ["CP-009", "Example Z Ltd", "Listed corporate", "Turin"],
    ],
  },
  {
    name: "Property",
    rows: [
      ["Contract Identifier", "Protection Identifier", "Type of Property", "Latest Valuation Amount (yuan)", "Date of Latest Valuation"],
      ["C-001", "PR-000001", "Office", 900, "2024-05-31"],
    ],
  },
  {
    name: "Enforcement",
    rows: [
      ["Protection Identifier", "Enforcement Status", "Jurisdiction of Court"],
      ["PR-000001", "Enforcement ongoing", "Milan court"],
    ],
  },
];

let dataFolder: string;
let desk: DeskWindow;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  const path = join(dataFolder, "eba.xlsx");
  writeFileSync(path, workbookOf(sheets));
  desk = await openDesk({ dataFolder, dialogs: { open: languages.map(() => [path]) } });
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

describe.each(languages)("a workbook under the EBA template's names (%s)", (language) => {
  const say = (key: TextKey, values?: Parameters<typeof textOf>[2]) => textOf(language, key, values);
  const roleOf = (name: string) => desk.page.getByRole("region", { name, exact: true }).getByRole("combobox", { name: say("pricing.tape.role"), exact: true });

  it("has its counterparties, property and enforcement joined to the loans, with the keyboard", async () => {
    const { page } = desk;
    await speak(page, language);
    await registerDeal(page, `EBA ${language}`);
    await page.getByTestId("choose-file").press("Enter");
    await page.getByTestId("import-tape").waitFor();
    await stateDayAndYuan(page, language);
    for (const [name, role] of [
      ["Loan", "loans"],
      ["Counterparty", "facts"],
      ["Property", "collateral"],
      ["Enforcement", "facts"],
    ] as const)
      expect([name, await roleOf(name).inputValue()]).toEqual([name, role]);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId("import-tape").press("Enter");
    await page.getByTestId("rows-kept").waitFor();
    expect(await page.getByTestId("rows-kept").textContent()).toBe("2");
    await page.getByText(say("tape.code.factOrphan"), { exact: true }).waitFor();
    await page.getByText("CP-009", { exact: true }).waitFor();
    // What the other sheets say stands in the loan's own row now.
    await openSheet(page);
    for (const said of ["Example A Ltd", "Milan"])
      await page
        .getByTestId(/^glide-cell-\d+-0$/)
        .filter({ hasText: new RegExp(`^${said}$`) })
        .waitFor({ state: "attached" });
    expect(desk.pageErrors).toEqual([]);
  });
});
