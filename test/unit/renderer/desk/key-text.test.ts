import { describe, expect, it } from "vitest";
import { commandIds, commandRow } from "../../../../renderer/desk/command-table.ts";
import { acceleratorOf, isPressed, keyText } from "../../../../renderer/desk/key-text.ts";

const press = (key: string, code: string, held: Partial<Record<"ctrlKey" | "shiftKey" | "altKey" | "metaKey", boolean>> = {}) => ({
  key,
  code,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});

describe("keys of commands", () => {
  it("go by the place of a letter, whatever an input method or Caps Lock makes of it", () => {
    expect(isPressed("Mod+S", press("s", "KeyS", { ctrlKey: true }))).toBe(true);
    expect(isPressed("Mod+S", press("S", "KeyS", { ctrlKey: true }))).toBe(true);
    expect(isPressed("Mod+S", press("Process", "KeyS", { ctrlKey: true }))).toBe(true);
    expect(isPressed("Mod+S", press("s", "KeyS", { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(isPressed("Mod+S", press("s", "KeyS"))).toBe(false);
    expect(isPressed("Alt+3", press("3", "Digit3", { altKey: true }))).toBe(true);
    expect(isPressed("Alt+3", press("3", "Digit3", { altKey: true, ctrlKey: true }))).toBe(false);
  });

  it("take the sign of the list of keys from either keyboard, and the zoom from the key without Shift", () => {
    expect(isPressed("?", press("?", "Slash", { shiftKey: true }))).toBe(true);
    expect(isPressed("?", press("？", "Slash", { shiftKey: true }))).toBe(true);
    expect(isPressed("Mod+=", press("=", "Equal", { ctrlKey: true }))).toBe(true);
    expect(isPressed("Mod+Plus", press("+", "NumpadAdd", { ctrlKey: true }))).toBe(true);
    expect(isPressed("F2", press("F2", "F2"))).toBe(true);
  });

  it("are written as the keyboard and as Electron has them", () => {
    expect(keyText("Mod+Shift+B")).toBe("Ctrl+Shift+B");
    expect(keyText("Mod+Plus")).toBe("Ctrl++");
    expect(acceleratorOf("Mod+Shift+B")).toBe("CommandOrControl+Shift+B");
    expect(keyText("Alt+ArrowLeft")).toBe("Alt+←");
    expect(acceleratorOf("Alt+ArrowLeft")).toBe("Alt+Left");
  });

  it("belong to one command each", () => {
    const keys = commandIds.flatMap((id) => commandRow(id).keys ?? []);
    expect(keys.filter((one, place) => keys.indexOf(one) !== place)).toEqual([]);
  });
});
