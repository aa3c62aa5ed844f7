// @vitest-environment jsdom

import { AdapterDateFns } from "@mui/x-date-pickers/AdapterDateFns";
import { LocalizationProvider } from "@mui/x-date-pickers/LocalizationProvider";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";
import "../../../../../renderer/desk/i18n.ts";
import { DayField } from "../../../../../renderer/ui/fields/DayField.tsx";
import type { Entered } from "../../../../../renderer/ui/fields/unread.ts";

afterEach(cleanup);

function DayUnderEdit({ start }: { readonly start: Entered<string> }) {
  const [value, setValue] = useState<Entered<string>>(start);
  return (
    <LocalizationProvider dateAdapter={AdapterDateFns}>
      <DayField label="基准日" value={value} onChange={setValue} testId="day" />
      <output data-testid="held">{JSON.stringify(value)}</output>
    </LocalizationProvider>
  );
}
const field = () => screen.getByTestId<HTMLInputElement>("day");
const held = () => JSON.parse(screen.getByTestId("held").textContent ?? "") as unknown;

test("takes a day in any usual spelling and shows it in the desk's", async () => {
  render(<DayUnderEdit start={null} />);
  await userEvent.type(field(), "2025年9月3日");
  expect(held()).toBe("2025-09-03");
  await userEvent.tab();
  expect(field().value).toBe("2025-09-03");
});

test("says once it is left why a text is no day, and keeps the text", async () => {
  render(<DayUnderEdit start="2025-09-03" />);
  await userEvent.clear(field());
  await userEvent.type(field(), "2025-02-30");
  expect(screen.queryByText("没有这一天")).toBeNull();
  await userEvent.tab();
  expect(screen.getByText("没有这一天")).toBeTruthy();
  expect([field().value, held()]).toEqual(["2025-02-30", { unread: "2025-02-30" }]);
});

test("is cleared, and chosen from the calendar", async () => {
  render(<DayUnderEdit start="2025-09-03" />);
  await userEvent.click(screen.getByRole("button", { name: "基准日：从日历选择" }));
  await userEvent.click(await screen.findByRole("gridcell", { name: "17" }));
  expect(held()).toBe("2025-09-17");
  await userEvent.click(await screen.findByRole("button", { name: "基准日：清除" }));
  expect([held(), field().value, document.activeElement]).toEqual([null, "", field()]);
});
