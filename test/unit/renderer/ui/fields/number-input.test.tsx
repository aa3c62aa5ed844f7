// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { i18n } from "../../../../../renderer/desk/i18n.ts";
import { NumberInput } from "../../../../../renderer/ui/fields/NumberInput.tsx";
import type { Entered } from "../../../../../renderer/ui/fields/unread.ts";

afterEach(cleanup);

const range = { least: -0.99, most: 10, isLeastIn: false, isMostIn: true, isWhole: false };

/** A rate in percent, and what the model holds of it. */
function RateUnderEdit({ start = 0.12 }: { readonly start?: Entered<number> }) {
  const [value, setValue] = useState<Entered<number>>(start);
  const isInvalid = typeof value !== "number" || value <= -0.99 || value > 10;
  return (
    <>
      <NumberInput
        label="目标收益率"
        kind="percent"
        value={value}
        onChange={setValue}
        range={range}
        isInvalid={isInvalid}
        doubt={typeof value === "number" && value > 0.5 ? "偏高" : null}
      />
    </>
  );
}
const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: "目标收益率" });
const note = () => screen.queryByTestId("field-note")?.textContent ?? null;
const type = async (text: string) => {
  await userEvent.clear(field());
  await userEvent.type(field(), text);
};

test("keeps the text as typed while it has the focus, and shows the stored number after", async () => {
  render(<RateUnderEdit />);
  await type("07.50");
  expect(field().value).toBe("07.50");
  await userEvent.tab();
  expect(field().value).toBe("7.5");
});

test.each(["zh", "en"] as const)("says in %s why a text is refused, and keeps it until it is mended", async (language) => {
  await i18n.changeLanguage(language);
  render(<RateUnderEdit />);
  await type("12，5");
  expect(note()).toBe(i18n.t("typed.commaPlace", { word: "" }));
  await userEvent.tab();
  expect(field().value).toBe("12，5");
  expect(field().getAttribute("aria-invalid")).toBe("true");
  expect(field().getAttribute("aria-describedby")).toBe(screen.getByTestId("field-note").id);
  await type("12。5");
  await userEvent.tab();
  expect([field().value, note(), field().getAttribute("aria-invalid")]).toEqual(["12.5", null, "false"]);
  await i18n.changeLanguage("zh");
});

test("states the range where a number lies outside, and asks for one where there is none", async () => {
  render(<RateUnderEdit />);
  await type("1001");
  expect(note()).toBe("须大于 -99%，且不超过 1000%");
  await userEvent.clear(field());
  expect(note()).toBe("请填写");
});

test("says what is unusual about a number that is taken", async () => {
  render(<RateUnderEdit />);
  await type("60%");
  expect([note(), field().getAttribute("aria-invalid")]).toEqual(["偏高", "false"]);
});

test("brings back by Escape what stood there before the typing, to the last digit", async () => {
  render(<RateUnderEdit start={0.1 + 0.02} />);
  await type("abc");
  await userEvent.keyboard("{Escape}");
  expect(field().value).toBe("12.000000000000001");
  expect(note()).toBeNull();
});

test("reads nothing while an input method composes", () => {
  render(<RateUnderEdit />);
  fireEvent.focus(field());
  fireEvent.compositionStart(field());
  fireEvent.change(field(), { target: { value: "shi" }, isComposing: true });
  expect(note()).toBeNull();
  fireEvent.change(field(), { target: { value: "十" } });
  fireEvent.compositionEnd(field());
  fireEvent.blur(field());
  expect(field().value).toBe("10");
});

test("shows a refused text again where the field comes back", () => {
  render(<RateUnderEdit start={{ unread: "12,5" }} />);
  expect(field().value).toBe("12,5");
  expect(note()).toBe(i18n.t("typed.commaPlace", { word: "" }));
});
