import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatchableLoan } from "../../../main/versions/loan-match.ts";
import { matchLoans } from "../../../main/versions/rules/match-loans.ts";
import { matchableOf, readSample } from "./sample-loans.ts";

const sample = await readSample();

/** Random versions of the sample; docs/development.md says how to run more. */
const versions = Number(process.env["AMC_VERSIONS"] ?? 1000);

const older = sample.loans.map((loan, at) => matchableOf(loan, at + 1));
/** The newer version's loan of an older one has its id and this. */
const newerBase = 10_000;

const nothingSecures = () => () => new Set<string>();
const match = (one: readonly MatchableLoan[], other: readonly MatchableLoan[], decided: Parameters<typeof matchLoans>[1] = []) =>
  matchLoans({ older: one, newer: other }, decided, nothingSecures);
const idsOf = ({ older: from, newer: to }: { older: Float64Array; newer: Float64Array }) => [...from].map((id, at) => [id, to[at]]);

const loan = (id: number, stated: Partial<MatchableLoan> = {}): MatchableLoan => ({
  id,
  contractNo: `HT-${id}`,
  debtorId: null,
  debtorName: null,
  principalFen: 100_000_00,
  drawdownDate: null,
  maturityDate: null,
  ...stated,
});

const fullWidth = (text: string) => text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const spellings: readonly ((contractNo: string) => string)[] = [
  fullWidth,
  (no) => ` ${no.slice(0, 3)} ${no.slice(3)}`,
  (no) => no.replaceAll("-", "－"),
  (no) => no.replaceAll("-", "—"),
  (no) => no.toLowerCase(),
  (no) => no.replaceAll(/[^\p{L}\p{N}]/gu, ""),
];

describe("the loans of two versions", () => {
  it("are one another by contract number, however it is spelled, with every planted drop and addition found and none false, in whatever order the rows stand", () => {
    const edits = fc.record({
      respelled: fc.array(fc.tuple(fc.nat(older.length - 1), fc.nat(spellings.length - 1)), { maxLength: 30 }),
      renumbered: fc.uniqueArray(fc.nat(older.length - 1), { maxLength: 8 }),
      dropped: fc.uniqueArray(fc.nat(older.length - 1), { maxLength: 12 }),
      added: fc.nat(12),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(edits, ({ respelled, renumbered, dropped, added, seed }) => {
        const newer = older.map((one) => ({ ...one, id: one.id + newerBase }));
        for (const [at, how] of respelled) {
          const one = newer[at];
          if (one !== undefined) newer[at] = { ...one, contractNo: spellings[how]?.(one.contractNo) ?? "" };
        }
        for (const at of renumbered) {
          const one = newer[at];
          if (one !== undefined) newer[at] = { ...one, contractNo: `重编-${at}` };
        }
        const kept = newer.filter((_, at) => !dropped.includes(at));
        const additions = Array.from({ length: added }, (_, at) => loan(30_000 + at, { contractNo: `新-${at}`, debtorName: `新增债务人${at}` }));
        const rows = [...kept, ...additions];
        const found = match(older, rows);
        for (const [from, to] of idsOf(found)) expect(to).toBe((from ?? 0) + newerBase);
        // Of a renumbered loan nothing but its facts is left; those that another loan shares are the desk's to tell apart.
        const isDoubtful = new Set(found.doubtful.map(({ olderId }) => olderId));
        const lost = new Set(dropped.map((at) => at + 1));
        for (const { olderId } of found.doubtful) expect(renumbered.includes(olderId - 1) || lost.has(olderId)).toBe(true);
        expect([...found.dropped].filter((id) => !isDoubtful.has(id))).toEqual([...lost].filter((id) => !isDoubtful.has(id)).sort((a, b) => a - b));
        expect([...found.added].filter((id) => id >= 30_000)).toEqual(additions.map(({ id }) => id));
        const isPaired = new Set(found.older);
        for (const { id } of older) expect([isPaired.has(id), lost.has(id), isDoubtful.has(id)].filter(Boolean).length).toBeGreaterThanOrEqual(1);
        const moved = fc.sample(fc.shuffledSubarray(rows, { minLength: rows.length }), { numRuns: 1, seed })[0] ?? [];
        const back = fc.sample(fc.shuffledSubarray(older, { minLength: older.length }), { numRuns: 1, seed: seed + 1 })[0] ?? [];
        expect(match(back, moved)).toEqual(found);
      }),
      { numRuns: versions },
    );
  });

  it("of several drawdowns that an import told apart by their rows are matched by what they state, not by where they stood", () => {
    const one = [loan(1, { contractNo: "A-001 #3", debtorName: "甲公司" }), loan(2, { contractNo: "A-001 #4", debtorName: "甲公司", principalFen: 7 })];
    const dated = one.map((row, at) => ({ ...row, drawdownDate: `2020-01-0${at + 1}` }));
    const other = [
      { ...loan(11), ...dated[1], id: 11, contractNo: "A-001 #3" },
      { ...loan(12), ...dated[0], id: 12, contractNo: "A-001 #9" },
    ];
    expect(idsOf(match(dated, other))).toEqual([
      [1, 12],
      [2, 11],
    ]);
  });

  it("that differ in signs alone are one only where the debtor doesn't speak against it", () => {
    const one = [loan(1, { contractNo: "HT(2020)0017", debtorName: "甲公司" }), loan(2, { contractNo: "HT/2020/0018", debtorName: "甲公司" })];
    const other = [loan(11, { contractNo: "HT20200017", debtorName: "甲公司" }), loan(12, { contractNo: "HT20200018", debtorName: "丙公司" })];
    const found = match(one, other);
    expect(idsOf(found)).toEqual([[1, 11]]);
    expect(found.doubtful).toEqual([{ olderId: 2, newerId: 12, agrees: ["contract", "principal"] }]);
  });

  it("renumbered are known by debtor, principal and a date, and what agrees in less is listed with what agrees", () => {
    const debtor = { debtorId: "91410100MA0000001X", debtorName: "甲公司" };
    const one = [loan(1, { ...debtor, drawdownDate: "2020-01-01" }), loan(2, { ...debtor, principalFen: 5, maturityDate: "2021-01-01" })];
    const other = [
      loan(11, { ...debtor, contractNo: "新1", drawdownDate: "2020-01-01" }),
      loan(12, { ...debtor, contractNo: "新2", principalFen: 4, maturityDate: "2021-01-01" }),
    ];
    const found = match(one, other);
    expect(idsOf(found)).toEqual([[1, 11]]);
    expect(found.doubtful).toEqual([{ olderId: 2, newerId: 12, agrees: ["debtorId", "debtorName", "maturityDate"] }]);
    expect([...found.dropped]).toEqual([2]);
    expect([...found.added]).toEqual([12]);
  });

  it("alike in all are for the desk to tell apart, and what it decided stands", () => {
    const debtor = { debtorName: "甲公司", drawdownDate: "2020-01-01" };
    const one = [loan(1, debtor), loan(2, debtor)];
    const other = [loan(11, { ...debtor, contractNo: "新1" }), loan(12, { ...debtor, contractNo: "新2" })];
    expect(match(one, other).older).toHaveLength(0);
    expect(match(one, other).doubtful.map(({ olderId, newerId }) => [olderId, newerId])).toEqual([
      [1, 11],
      [2, 12],
    ]);
    const decided = [
      { olderId: 1, newerId: 12, isSame: true },
      { olderId: 2, newerId: 11, isSame: false },
    ];
    const found = match(one, other, decided);
    expect(idsOf(found)).toEqual([[1, 12]]);
    expect(found.doubtful).toEqual([]);
    expect([[...found.dropped], [...found.added]]).toEqual([[2], [11]]);
  });

  it("secured by the same asset are one where the debtor and the principal agree too", () => {
    const one = [loan(1, { debtorName: "甲公司" })];
    const other = [loan(11, { debtorName: "甲公司", contractNo: "新1" })];
    const asset = new Set(["豫(2021)不动产权第0001号"]);
    const found = matchLoans({ older: one, newer: other }, [], () => () => asset);
    expect(idsOf(found)).toEqual([[1, 11]]);
    expect(match(one, other).doubtful).toHaveLength(1);
  });
});
