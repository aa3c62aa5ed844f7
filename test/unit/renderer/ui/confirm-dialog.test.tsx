// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { CallFailure } from "../../../../renderer/desk/desk-client.ts";
import "../../../../renderer/desk/i18n.ts";
import { ConfirmDialog } from "../../../../renderer/ui/ConfirmDialog.tsx";

afterEach(cleanup);

function ask(act: () => Promise<void>): { closed: number } {
  const seen = { closed: 0 };
  render(<ConfirmDialog title="撤销" text="债权将移出资产包" confirmText="撤销导入" act={act} onClose={() => (seen.closed += 1)} />);
  return seen;
}
const confirm = () => userEvent.click(screen.getByRole("button", { name: "撤销导入" }));

test("what is confirmed runs once, then the dialog closes", async () => {
  let runs = 0;
  const seen = ask(async () => void (runs += 1));
  await confirm();
  await waitFor(() => expect(seen.closed).toBe(1));
  expect(runs).toBe(1);
});

test("a refusal stays in the dialog with its sentence, and can be tried again", async () => {
  let attempts = 0;
  const seen = ask(async () => {
    attempts += 1;
    if (attempts === 1) throw new CallFailure("internal", {});
  });
  await confirm();
  expect((await screen.findByRole("alert")).textContent).toContain("程序内部出错");
  expect(seen.closed).toBe(0);
  await confirm();
  await waitFor(() => expect(seen.closed).toBe(1));
  expect(screen.queryByRole("alert")).toBeNull();
});

test("nothing is done where it is not confirmed", async () => {
  let runs = 0;
  const seen = ask(async () => void (runs += 1));
  await userEvent.click(screen.getByRole("button", { name: "取消" }));
  expect([seen.closed, runs]).toEqual([1, 0]);
});
