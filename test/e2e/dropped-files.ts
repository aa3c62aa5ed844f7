import type { Page } from "playwright";
import type { DeskWindow } from "./desk-window.ts";

/** Drags files over the middle of the window as a file manager does, and looks at what is said before they are let go. */
export async function dropFiles({ page }: DeskWindow, files: readonly string[], look: (page: Page) => Promise<void> = async () => {}): Promise<void> {
  const { x, y } = await page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 }));
  const driver = await page.context().newCDPSession(page);
  const drag = (type: "dragEnter" | "dragOver" | "drop" | "dragCancel") =>
    driver.send("Input.dispatchDragEvent", { type, x, y, data: { items: [], files: [...files], dragOperationsMask: 1 } });
  await drag("dragEnter");
  await drag("dragOver");
  await page.getByTestId("drop-says").waitFor();
  await page.getByTestId("drop-says").waitFor();
  await look(page);
  await drag("drop");
  await page.getByTestId("drop-says").waitFor({ state: "detached" });
  await driver.detach();
}
