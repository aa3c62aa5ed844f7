import type { Database } from "better-sqlite3";
import { type Comparison, compareTapes } from "../../main/versions/compare-tapes.ts";
import { openTestDesk, testDeal } from "../integration/pricing/test-desk.ts";

/*
 * version-bench.ts [LOANS] [INTEREST]: two versions of a tape matched and compared, of so many loans each, a third of them with an
 * item and a guarantor. Half a percent is dropped, as many are added, a percent renumbered, one item in a hundred appraised anew;
 * `interest` moves the interest of every loan, as a new cut-off date does. Says the wall and processor seconds of three rounds.
 */
const [loans = 1_000_000] = process.argv.slice(2, 3).map(Number);
const movesInterest = process.argv[3] === "interest";
const rounds = 3;

function fill(raw: Database, dealId: number): { readonly olderTapeId: number; readonly newerTapeId: number } {
  raw.pragma("synchronous = OFF");
  const tape = raw.prepare(`INSERT INTO tape (deal_id, file_name, file_sha256, imported_at, row_state, standing, first_loan_id, id_count, loan_count,
    principal_fen, interest_fen, fees_fen, appraisal_fen, report, mapping) VALUES (?, '', ?, '', 'stored', ?, ?, ?, ?, 0, 0, 0, 0, '{}', '{}')`);
  const make = (standing: string, first: number) => Number(tape.run(dealId, "0".repeat(64), standing, first, loans, loans).lastInsertRowid);
  const [olderTapeId, newerTapeId] = [make("priced", 1), make("waiting", loans + 1)];
  // The newer list stands in another order; what has no place in it any more makes room for what is new.
  const series = `WITH RECURSIVE n (at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM n WHERE at + 1 < ${loans})`;
  const loan = (tapeId: number, id: string, contract: string, at: string, interest: string) => `INSERT INTO loan (id, tape_id, sheet, row_number, contract_no,
      debtor_name, debtor_id, branch, region, product, principal_fen, interest_fen, fees_fen, five_tier_class, security_kind, drawdown_date, maturity_date, litigation_stage, court)
    ${series} SELECT ${id}, ${tapeId}, '清单', at + 1, ${contract}, '示例债务人' || (${at} / 2) || '有限公司', '91410300MA' || (10000000 + ${at} / 2), '城南支行', '洛阳市', '流动资金贷款',
      1000000 + 37 * ${at}, ${interest}, 0, 'doubtful', 'mortgaged', '2019-0' || (1 + ${at} % 9) || '-1' || (${at} % 10), '2021-0' || (1 + ${at} % 9) || '-1' || (${at} % 10), 'notSued', '洛阳市中级人民法院' FROM n`;
  raw.exec(loan(olderTapeId, "1 + at", "'HT-2019-' || at", "at", "5000 + at"));
  const moved = `((at * 7919) % ${loans})`;
  const changed = `(CASE WHEN ${moved} % 200 = 0 THEN ${moved} + ${10 * loans} ELSE ${moved} END)`;
  const contract = `CASE WHEN ${moved} % 200 = 0 THEN '新增-' || ${moved} WHEN ${moved} % 100 = 1 THEN '重编-' || ${moved} ELSE 'HT-2019-' || ${moved} END`;
  raw.exec(loan(newerTapeId, `${loans} + 1 + at`, contract, changed, movesInterest ? `6000 + ${moved}` : `5000 + ${moved}`));
  for (const [tapeId, place] of [
    [olderTapeId, "row_number - 1"],
    [newerTapeId, `((row_number - 1) * 7919) % ${loans}`],
  ] as const) {
    raw.exec(`INSERT INTO collateral (tape_id, loan_id, link, sheet, row_number, contract_no, collateral_kind, address, appraisal_fen, area_sqm)
      SELECT tape_id, id, 'joined', '抵押物', row_number, contract_no, 'residential', '中州西路' || (${place}) || '号', 2000000 + (tape_id = ${newerTapeId} AND (${place}) % 300 = 3), 88
      FROM loan WHERE tape_id = ${tapeId} AND (${place}) % 3 = 0`);
    raw.exec(
      `INSERT INTO guarantor (tape_id, loan_id, name) SELECT tape_id, id, '保证人' || (${place}) FROM loan WHERE tape_id = ${tapeId} AND (${place}) % 3 = 0`,
    );
  }
  return { olderTapeId, newerTapeId };
}

const desk = openTestDesk();
const { id: dealId } = await desk.deals.create(testDeal);
const tapes = fill(desk.db.raw, dealId);
let ticks = 0;
const context = { progress: () => undefined, isCancelled: () => false, throwIfCancelled: () => undefined, step: () => void (ticks += 1) };
const [seconds, cpuSeconds]: [number[], number[]] = [[], []];
let found: Comparison | null = null;
for (let round = 0; round < rounds; round += 1) {
  const [started, before] = [performance.now(), process.cpuUsage()];
  found = await compareTapes({ desk: desk.db.forWorkers, ...tapes, decided: [], debtorKeys: [] }, context);
  seconds.push((performance.now() - started) / 1000);
  const { user, system } = process.cpuUsage(before);
  cpuSeconds.push((user + system) / 1e6);
}
const { match, dropped, added, doubtful, changes, changedLoans } = found ?? {};
const said = {
  loans,
  seconds: seconds.map((one) => one.toFixed(2)).join(", "),
  cpuSeconds: cpuSeconds.map((one) => one.toFixed(2)).join(", "),
  ...match,
  dropped: dropped?.length,
  added: added?.length,
  doubtful: doubtful?.length,
  changes: changes?.count,
  changedLoans,
  ticks,
  mebibytes: Math.round(process.memoryUsage().rss / 2 ** 20),
};
process.stdout.write(`${JSON.stringify(said, null, 2)}\n`);
await desk.close();
