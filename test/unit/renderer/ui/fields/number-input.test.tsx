// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import { NumberInput } from "../../../../../renderer/ui/fields/NumberInput.tsx";

afterEach(cleanup);

/** A rate that is stored as a number and refused above 100. */
function RateUnderEdit() {
  const [stored, setStored] = useState(12);
  return (
    <NumberInput
      label="目标收益率"
      stored={Number.isNaN(stored) ? "" : String(stored)}
      isInvalid={!(stored <= 100)}
      onType={(text) => setStored(text.trim() === "" ? Number.NaN : Number(text))}
    />
  );
}
const field = () => screen.getByRole("textbox", { name: "目标收益率" });
const text = () => (field() as HTMLInputElement).value;

test("keeps the text as typed while it has the focus, and shows the stored number after", async () => {
  render(<RateUnderEdit />);
  await userEvent.clear(field());
  await userEvent.type(field(), "07.50");
  expect(text()).toBe("07.50");
  await userEvent.tab();
  expect(text()).toBe("7.5");
});

test("keeps what is refused until it is mended", async () => {
  render(<RateUnderEdit />);
  await userEvent.clear(field());
  await userEvent.type(field(), "abc");
  await userEvent.tab();
  expect(text()).toBe("abc");
  expect(field().getAttribute("aria-invalid")).toBe("true");
  await userEvent.clear(field());
  await userEvent.type(field(), "9");
  await userEvent.tab();
  expect(text()).toBe("9");
  expect(field().getAttribute("aria-invalid")).toBe("false");
});
