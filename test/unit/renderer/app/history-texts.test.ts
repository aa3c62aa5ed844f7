import { expect, it } from "vitest";
import { stepText } from "../../../../renderer/app/history-texts.ts";
import { i18n } from "../../../../renderer/desk/i18n.ts";
import { assumptionGroups } from "../../../../shared/domain/assumptions.ts";
import { caseNames, languages } from "../../../../shared/domain/codes.ts";
import { shiftKeys } from "../../../../shared/domain/shifts.ts";

const parts = [
  "bidPriceFen",
  ...assumptionGroups.map((group) => `assumptions.${group}`),
  ...caseNames.flatMap((name) => shiftKeys.map((key) => `cases.${name}.${key}`)),
];

it.each(languages)("each part of a model has words of its own in %s", (language) => {
  const t = i18n.getFixedT(language);
  const words = parts.map((part) => stepText({ kind: "modelEdited", name: "", part }, t, language));
  expect(new Set(words).size).toBe(parts.length);
  expect(words).not.toContain(stepText({ kind: "modelEdited", name: "", part: "" }, t, language));
});

it("names a set in the language of the moment, and an average by its kind", () => {
  const say = (language: (typeof languages)[number], part: string, kind: "setEdited" | "marketAverageRemoved", name: string) =>
    stepText({ kind, name, part }, i18n.getFixedT(language), language);
  expect(say("zh", "Own", "setEdited", "本部")).toBe("编辑参数“本部”");
  expect(say("en", "Own", "setEdited", "本部")).toBe("edit of the set “Own”");
  expect(say("en", "retailBulk", "marketAverageRemoved", "2024")).toBe("removal of the average “Retail, bulk · 2024”");
});
