import { describe, expect, it } from "vitest";
import type { RawCell } from "../../../main/tapes/files/raw-sheet.ts";
import { findingsOf, inspected, listOf, readLists } from "./list-of.ts";

const loanHead = ["Contract Identifier", "Instrument Identifier", "Counterparty Identifier", "Principal Balance", "Stage Reached in Litigation"];
const loans = (...rows: RawCell[][]) => listOf([loanHead, ...rows], { name: "Loan" });
const threeLoans = loans(["C-001", "I-001", "CP-001", 100, null], ["C-002", "I-002", "CP-001", 200, "sued"], ["C-003", "I-003", "CP-002", 300, null]);
const counterparties = listOf(
  [
    [
      "Counterparty Identifier",
      "Name of Counterparty",
      "Legal Type of Counterparty",
      "City of Counterparty",
      "Economic Activity",
      "Cooperation of Counterparty",
    ],
    ["CP-001", "Example A Ltd", "Listed corporate", "Milan", "Retail", "Yes"],
    ["CP-002", "Example B", "Private individual", "Rome", null, "No"],
    ["CP-009", "Example Z Ltd", "Listed corporate", "Turin", null, "No"],
  ],
  { name: "Counterparty" },
);
const property = listOf(
  [
    ["Contract Identifier", "Protection Identifier", "Type of Property", "Latest Valuation Amount", "Date of Latest Valuation", "Lien Position"],
    ["C-001", "PR-000001", "Residential", 500, "2024-05-31", 1],
    ["C-003", "PR-000003", "Office", 900, "2023-12-31", 1],
    ["C-999", "PR-000009", "Office", 700, "2023-12-31", 1],
  ],
  { name: "Property collateral" },
);
const enforcement = listOf(
  [
    ["Protection Identifier", "Enforcement Status", "Jurisdiction of Court", "Date of Next Auction"],
    ["PR-000001", "Enforcement ongoing", "Milan court", "2025-01-31"],
    ["PR-000003", "In execution", "Rome court", null],
    ["PR-000777", "In execution", "Turin court", null],
  ],
  { name: "Enforcement" },
);

describe("sheets of the EBA template beside the loans", () => {
  it("are told by their heads", () => {
    const roles = [threeLoans, counterparties, property, enforcement].map((sheet) => inspected(sheet).role);
    expect(roles).toEqual(["loans", "facts", "collateral", "facts"]);
  });

  it.each([
    ["behind the loans", [threeLoans, counterparties, property, enforcement]],
    ["before them", [enforcement, property, counterparties, threeLoans]],
  ])("join the loans by their identifiers, %s", (_, sheets) => {
    const tape = readLists(sheets);
    const said = tape.loans.map(({ contractNo, debtorName, debtorType, region, industry, litigationStage, court }) => [
      contractNo,
      debtorName,
      debtorType,
      region,
      industry,
      litigationStage,
      court,
    ]);
    expect(said).toEqual([
      ["C-001", "Example A Ltd", "company", "Milan", "Retail", "inExecution", "Milan court"],
      ["C-002", "Example A Ltd", "company", "Milan", "Retail", "sued", null],
      ["C-003", "Example B", "individual", "Rome", null, "inExecution", "Rome court"],
    ]);
    expect(
      tape.collateral.map(({ contractNo, assetNo, collateralKind, appraisalFen, appraisalDate, lienRank, link }) => [
        contractNo,
        assetNo,
        collateralKind,
        appraisalFen,
        appraisalDate,
        lienRank,
        link,
      ]),
    ).toEqual([
      ["C-001", "PR-000001", "residential", 50_000, "2024-05-31", 1, "joined"],
      ["C-003", "PR-000003", "office", 90_000, "2023-12-31", 1, "joined"],
      ["C-999", "PR-000009", "office", 70_000, "2023-12-31", 1, "orphan"],
    ]);
    expect([tape.counts.factRows, tape.counts.factsJoined, tape.counts.debtors]).toEqual([6, 4, 2]);
  });

  it("name what joins nothing, what the loan's row states otherwise, and the columns that aren't used", () => {
    const other = listOf(
      [
        ["Contract Identifier", "Enforcement Status", "Jurisdiction of Court"],
        ["C-002", "In execution", "Milan court"],
      ],
      { name: "Enforcement 2" },
    );
    const tape = readLists([threeLoans, counterparties, property, enforcement, other]);
    expect(findingsOf(tape)).toEqual(
      expect.arrayContaining([
        [4, "debtorId", "factOrphan"],
        [4, "assetNo", "factOrphan"],
        [4, "contractNo", "collateralOrphan"],
        [2, "litigationStage", "factDiffers"],
      ]),
    );
    expect(tape.loans[1]).toMatchObject({ litigationStage: "sued", court: "Milan court" });
    expect(tape.unused.columns.map(({ sheet, header }) => [sheet, header])).toEqual([
      ["Counterparty", "Cooperation of Counterparty"],
      ["Enforcement", "Date of Next Auction"],
    ]);
  });

  it("reject a row that names nobody, and say it", () => {
    const tape = readLists([
      threeLoans,
      listOf(
        [
          ["Counterparty Identifier", "Legal Type of Counterparty", "City of Counterparty"],
          [null, "Listed corporate", "Milan"],
        ],
        { name: "CP" },
      ),
    ]);
    expect(tape.loans.map(({ region }) => region)).toEqual([null, null, null]);
  });

  it("leave a list of guarantors and a summary what they were", () => {
    const summary = listOf(
      [
        ["债务人名称", "统一社会信用代码", "户数"],
        ["甲公司", "1", 3],
      ],
      { name: "S" },
    );
    expect(inspected(summary).role).toBe("notes");
    const guarantors = listOf(
      [
        ["合同编号", "保证人", "债务人名称", "所在地"],
        ["A-1", "张三", "甲公司", "郑州"],
      ],
      { name: "G" },
    );
    expect(inspected(guarantors).role).toBe("guarantors");
  });
});
