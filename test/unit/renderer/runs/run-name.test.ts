import { expect, it } from "vitest";
import { suggestedRunName } from "../../../../renderer/runs/run-name.ts";

const parts = { deal: "示例资产包", caseName: "基准", day: "2025-11-25" };

it("a run is proposed a name of deal, case, day and the first number that is free", () => {
  expect(suggestedRunName({ ...parts, taken: new Set() })).toBe("示例资产包 基准 2025-11-25 #1");
  const taken = new Set(["示例资产包 基准 2025-11-25 #1", "示例资产包 基准 2025-11-25 #2"]);
  expect(suggestedRunName({ ...parts, taken })).toBe("示例资产包 基准 2025-11-25 #3");
});

it("a long deal gives way, so that the name is taken", () => {
  const name = suggestedRunName({ ...parts, deal: "长".repeat(120), taken: new Set() });
  expect(name).toHaveLength(80);
  expect(name.endsWith(" 基准 2025-11-25 #1")).toBe(true);
});
