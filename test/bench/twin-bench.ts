import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PackageColumns } from "../../main/engine/engine-types.ts";
import { columnNames, columnTable } from "../../main/engine/package-columns.ts";
import { pricePackage } from "../../main/engine/price-package.ts";
import { makeTwin } from "../../main/twins/make-twin.ts";
import { writeBook } from "../../main/twins/workbook/write-book.ts";
import { openTestDesk } from "../integration/pricing/test-desk.ts";

/**
 * Seconds that a twin takes: `npm run bench:twin -- [LOANS]`. The package is the sample over and over, each time with debtors and
 * assets of its own, so that as many loans net and have several items as in the sample.
 */
const wanted = Number(process.argv[2] ?? 5000);

/** The sample's columns so many times that they hold the loans wanted, cut at a debtor that is whole. */
function repeated(columns: PackageColumns, loans: number): PackageColumns {
  const times = Math.floor(loans / columns.loanCount);
  const shifts: Readonly<Record<string, number>> = {
    collateralStart: columns.appraisal.length,
    guarantorStart: columns.guarantorCap.length,
    asset: columns.appraisal.length,
    debtor: columns.loanCount,
  };
  const made = columnNames.map((name) => {
    const column = columns[name];
    const isStarts = columnTable[name].per === "starts";
    const once = isStarts ? column.length - 1 : column.length;
    const list = new (column.constructor as typeof Float64Array)(once * times + (isStarts ? 1 : 0));
    const shift = shifts[name] ?? 0;
    for (let at = 0; at < list.length; at++) list[at] = (column[at % once] ?? 0) + shift * Math.floor(at / once);
    return [name, list] as const;
  });
  return { ...columns, ...(Object.fromEntries(made) as unknown as PackageColumns), loanCount: columns.loanCount * times }; // each column once
}

const desk = openTestDesk();
const dealId = (await desk.deals.openSample()).id;
const model = await desk.assumptions.model(dealId);
await desk.pricing.price(dealId, model);
const { loaded, terms } = await desk.pricing.latest(dealId);
const columns = repeated(loaded.columns, wanted);
await desk.close();

const folder = mkdtempSync(join(tmpdir(), "twin-bench-"));
const input = { columns, ...terms, debtorCount: loaded.debtorCount, cutOffDate: loaded.cutOffDate };
const names = Array.from({ length: columns.loanCount }, (_, loan) => `HT-${loan}`);
const source = { ...input, output: pricePackage(input), language: "zh", dealName: "bench", origin: "bench", contractNos: names, debtorNames: names } as const;
const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(2);

const begun = performance.now();
const book = makeTwin(source, () => undefined);
const workedOut = seconds(begun);
const file = join(folder, "twin.xlsx");
const writing = performance.now();
await writeBook(file, book, () => undefined);
const { formulas, marked } = book.counts();
process.stdout.write(
  `${columns.loanCount} loans: ${formulas} formulas, ${marked} values; worked out in ${workedOut} s, written in ${seconds(writing)} s, ${seconds(begun)} s in all; ` +
    `${(statSync(file).size / 2 ** 20).toFixed(1)} MB; memory ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB; largest difference ${book.valueOf("proof_largest").toExponential(1)}\n`,
);
rmSync(folder, { recursive: true });
