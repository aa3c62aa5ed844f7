import type { Page } from "playwright";
import type { DeskWindow } from "./desk-window.ts";

// Names in ASCII: where the locale of the environment isn't installed, Chromium leaves files with others out of a drag.

/** Drags files over the middle of the window as a file manager does, and looks at what is said before they are let go. Answers what the cursor said. */
export async function dropFiles({ page }: DeskWindow, files: readonly string[], look: (page: Page) => Promise<void> = async () => {}): Promise<string> {
  const { x, y } = await page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 }));
  const cursor = page.evaluate(
    () => new Promise<string>((settle) => window.addEventListener("dragover", (event) => settle(event.dataTransfer?.dropEffect ?? ""), { once: true })),
  );
  const driver = await page.context().newCDPSession(page);
  const drag = (type: "dragEnter" | "dragOver" | "drop" | "dragCancel") =>
    driver.send("Input.dispatchDragEvent", { type, x, y, data: { items: [], files: [...files], dragOperationsMask: 1 } });
  await drag("dragEnter");
  await drag("dragOver");
  await page.getByTestId("drop-says").waitFor();
  await look(page);
  await drag("drop");
  await page.getByTestId("drop-says").waitFor({ state: "detached" });
  await driver.detach();
  return cursor;
}
