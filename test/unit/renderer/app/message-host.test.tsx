// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { MessageHost } from "../../../../renderer/app/MessageHost.tsx";
import { showNotice, useSession } from "../../../../renderer/desk/session-store.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  useSession.setState({ notice: null });
  vi.useRealTimers();
});

const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

it.each(["Memo two saved", "Memo one saved"])("shows “%s” for its whole time, though another is just about to go", async (second) => {
  render(<MessageHost />);
  act(() => showNotice("Memo one saved"));
  await wait(3900);
  act(() => showNotice(second));
  await wait(3900);
  expect(screen.getByText(second)).toBeDefined();
  await wait(1000);
  expect(screen.queryByText(second)).toBeNull();
});
