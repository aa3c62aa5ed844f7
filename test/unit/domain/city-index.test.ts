import { describe, expect, it } from "vitest";
import { cityIndexSchema, cityNumber, cityOf } from "../../../shared/domain/city-index.ts";

describe("the city of a place", () => {
  it.each([
    ["河南省洛阳市涧西区中州西路1号", "洛阳"],
    ["河南洛阳市洛龙区", "洛阳"],
    ["洛阳市", "洛阳"],
    ["洛阳", "洛阳"],
    ["上海市浦东新区世纪大道8号", "上海"],
    ["内蒙古自治区呼和浩特市新城区", "呼和浩特"],
    ["新疆喀什地区疏勒县", "喀什"],
    ["延边朝鲜族自治州延吉市", "延边朝鲜族"],
    ["Luoyang", "luoyang"],
    ["12 Zhongzhou Road, Luoyang", null],
    ["河南省", null],
    ["涧西区", null],
    ["中州西路1号院3号楼", null],
    ["", null],
    [null, null],
  ])("%s: %s", (place, city) => expect(cityOf(place)).toBe(city));

  it("has one number however it is written, and none where it is not told", () => {
    expect(cityNumber("河南省洛阳市涧西区")).toBe(cityNumber("洛阳"));
    expect(cityNumber("洛阳")).not.toBe(cityNumber("郑州"));
    expect(cityNumber("涧西区")).toBe(0);
  });
});

describe("the table by city", () => {
  const row = { city: "洛阳", kind: null, from: "2025-01-01", annualChange: -0.05 };
  it("has a city, kind and day once, whatever the spelling", () => {
    expect(cityIndexSchema.safeParse([row, { ...row, city: "洛阳市" }]).success).toBe(false);
    expect(cityIndexSchema.safeParse([row, { ...row, from: "2025-07-01" }, { ...row, kind: "shop" }]).success).toBe(true);
  });
});
