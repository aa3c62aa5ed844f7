import { describe, expect, it } from "vitest";
import { isAudited } from "../../../../main/audit/audited-call.ts";
import { saidOf } from "../../../../renderer/people/trail-text.ts";
import { type ChannelName, contract } from "../../../../shared/contract/contract.ts";
import { isTextKey } from "../../../../shared/locales/texts.ts";

it("has a word for every deed that the trail keeps, and for every area of deeds", () => {
  const audited = (Object.keys(contract) as ChannelName[]).filter(isAudited);
  expect(audited.filter((channel) => !isTextKey(`trail.kind.${channel}`))).toEqual([]);
});

describe("what an event says", () => {
  const money = (fen: number) => `${fen / 100} 元`;

  it("stands by the names of its fields, amounts with their unit, records that are kept as texts opened", () => {
    const call = { dealId: 1, amountFen: 250, note: null, sale: '{"limitFen":100,"raiser":"主任"}' };
    expect(saidOf(JSON.stringify({ by: "王", call, seals: { "round:1": "ab" } }), money)).toEqual({
      by: "王",
      text: "dealId: 1 · amountFen: 2.5 元 · limitFen: 1 元 · raiser: 主任",
    });
  });

  it("stands with what a cell was and is, a text that only looks like a record as it stands", () => {
    const cells = [{ path: ["hurdleRate"], before: 0.12, after: 0.13 }, { path: ["sale", "limitFen"], after: 300 }, { note: "[未完" }];
    expect(saidOf(JSON.stringify({ by: "", changes: [{ table: "draft", id: 3, cells }] }), money).text).toBe(
      "table: draft · id: 3 · hurdleRate: 0.12 → 0.13 · sale.limitFen: — → 3 元 · note: [未完",
    );
  });

  it("is nothing where nothing was said", () => expect(saidOf('{"by":"","call":null}', money)).toEqual({ by: "", text: "" }));
});
