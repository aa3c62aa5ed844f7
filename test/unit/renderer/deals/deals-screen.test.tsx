// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AppShell } from "../../../../renderer/app/AppShell.tsx";
import { ThemeRoot } from "../../../../renderer/app/ThemeRoot.tsx";
import { navigate } from "../../../../renderer/desk/routes.ts";
import { setOpenDeal, useSession } from "../../../../renderer/desk/session-store.ts";
import { contract } from "../../../../shared/contract/contract.ts";
import type { Deal, DealInput } from "../../../../shared/contract/deal-channels.ts";
import { firstLayout } from "../../../../shared/domain/desk-layout.ts";

const sampleInput: DealInput = {
  name: "2025 年第一期",
  seller: "示例银行",
  kind: "corporateBulk",
  process: "publicBidding",
  cutOffDate: "2025-06-30",
  bidDeadline: null,
  status: "active",
  owner: "",
  notes: "",
};
const dealOf = (input: DealInput, id: number): Deal => ({
  ...input,
  stage: "pricing",
  id,
  archived: false,
  createdAt: "2025-11-01T00:00:00.000Z",
  updatedAt: "2025-11-01T00:00:00.000Z",
  package: null,
});

let deals: Deal[] = [];
let settings = { language: "zh", theme: "light", moneyUnit: "wanYuan" };

/** A bridge with the register of main in a few lines; it parses inputs as main does. */
const answers: Record<string, (input: never) => unknown> = {
  "settings.get": () => settings,
  "settings.update": (change: object) => (settings = { ...settings, ...change }),
  "layout.get": () => firstLayout,
  "layout.put": () => undefined,
  "app.showMenu": () => undefined,
  "app.info": () => ({ version: "0.1.0", engineVersion: "1", electronVersion: "45", databaseFile: "/data/desk.sqlite", logFile: "/data/desk.log" }),
  "deals.list": ({ archived }: { archived: boolean }) => deals.filter((deal) => deal.archived === archived),
  "deals.get": ({ dealId }: { dealId: number }) => deals.find((deal) => deal.id === dealId),
  "deals.create": (input: DealInput) => {
    const deal = dealOf(input, deals.length + 1);
    deals = [...deals, deal];
    return deal;
  },
  "tapes.list": () => [],
  "tapes.draft": () => null,
  "tapes.takeGiven": () => null,
  "drafts.of": () => [],
  "drafts.keep": () => undefined,
  "drafts.drop": () => undefined,
};

beforeEach(() => {
  deals = [];
  settings = { language: "zh", theme: "light", moneyUnit: "wanYuan" };
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {} }));
  Object.defineProperty(window, "desk", {
    configurable: true,
    value: {
      onJob: () => () => undefined,
      onMenu: () => () => undefined,
      onGiven: () => () => undefined,
      call: async (channel: keyof typeof contract, input: unknown) => {
        const parsed = contract[channel].in.safeParse(input);
        if (!parsed.success) return { ok: false, code: "ipc.badPayload", values: {} };
        const answer = answers[channel];
        return answer ? { ok: true, value: answer(parsed.data as never) } : { ok: false, code: "internal", values: {} };
      },
    },
  });
  setOpenDeal(null);
  useSession.setState({ error: null });
  navigate({ screen: "deals" });
});
afterEach(cleanup);

const renderShell = () =>
  render(
    <ThemeRoot>
      <AppShell />
    </ThemeRoot>,
  );

test("the first run offers the sample deal and a new deal", async () => {
  renderShell();
  expect(await screen.findByTestId("open-sample")).toHaveProperty("tagName", "BUTTON");
  expect(screen.getByText("尚无项目")).toBeTruthy();
  expect(document.title).toBe("项目台账 · AMC 收购定价台");
});

test("a deal without a name is refused with a sentence in the language of the moment", async () => {
  const user = userEvent.setup();
  renderShell();
  await user.click(await screen.findByTestId("new-deal"));
  await user.click(screen.getByTestId("dialog-save"));
  expect(await within(screen.getByRole("dialog")).findByText("必填")).toBeTruthy();
  expect(deals).toEqual([]);
});

test("a new deal is saved and its tape step opened", async () => {
  const user = userEvent.setup();
  renderShell();
  await user.click(await screen.findByTestId("new-deal"));
  await user.type(screen.getByTestId("deal-name"), "2025 年第一期");
  await user.click(screen.getByTestId("dialog-save"));
  await waitFor(() => expect(deals).toHaveLength(1));
  expect((await screen.findByTestId("open-deal-name")).textContent).toBe("2025 年第一期");
  expect(screen.getByTestId("nav-tape").getAttribute("aria-current")).toBe("page");
  expect(screen.getByTestId("nav-workbench").getAttribute("aria-disabled")).toBe("true");
});

test("language and unit change at once and are saved", async () => {
  deals = [dealOf(sampleInput, 1)];
  const user = userEvent.setup();
  renderShell();
  await user.click(await screen.findByTestId("language-switch"));
  expect((await screen.findByTestId("nav-deals")).textContent).toBe("Deals");
  await user.click(screen.getByTestId("unit-yiYuan"));
  await waitFor(() => expect(settings).toEqual({ language: "en", theme: "light", moneyUnit: "yiYuan" }));
  expect(document.documentElement.lang).toBe("en");
});

test("a failure is shown with its sentence and its code", async () => {
  const user = userEvent.setup();
  renderShell();
  await user.click(await screen.findByTestId("open-sample"));
  expect((await screen.findByRole("alert")).textContent).toContain("internal");
  expect(screen.getByRole("alert").textContent).toContain("程序内部出错");
});
