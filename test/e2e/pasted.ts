import type { DeskWindow } from "./desk-window.ts";

export interface Pasted {
  readonly text: string;
  readonly markup: string;
  /** Null where no picture is on the clipboard. */
  readonly pictureWidth: number | null;
}

/** What another program would get from the clipboard: pasted into a field that is made for it and taken away again. */
export async function pasted({ app, page }: DeskWindow): Promise<Pasted> {
  const heard = page.evaluate(
    () =>
      new Promise<Pasted>((settle) => {
        const before = document.activeElement;
        const field = document.body.appendChild(document.createElement("textarea"));
        field.addEventListener("paste", (event) => {
          event.preventDefault();
          const [file] = event.clipboardData?.files ?? [];
          const text = event.clipboardData?.getData("text/plain") ?? "";
          const markup = event.clipboardData?.getData("text/html") ?? "";
          field.remove();
          if (before instanceof HTMLElement) before.focus();
          if (file === undefined) settle({ text, markup, pictureWidth: null });
          else void createImageBitmap(file).then(({ width }) => settle({ text, markup, pictureWidth: width }));
        });
        field.focus();
      }),
  );
  await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA" && document.activeElement.parentElement === document.body);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste());
  return heard;
}
