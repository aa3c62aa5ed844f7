const isMac = globalThis.navigator?.platform.startsWith("Mac") === true;

/** A combination as the keyboard has it: "Ctrl+S". */
export function keyText(combination: string): string {
  return combination
    .split("+")
    .map((part) => ({ Mod: isMac ? "⌘" : "Ctrl", Plus: "+", Alt: isMac ? "⌥" : "Alt", ArrowLeft: "←", ArrowRight: "→" })[part] ?? part)
    .join(isMac ? "" : "+");
}

/** A combination in Electron's words. */
export const acceleratorOf = (combination: string): string => combination.replace("Mod", "CommandOrControl").replace("Arrow", "");

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Whether a key press is the combination. Letters and digits go by their place, so that Shift or an input method doesn't hide them. */
export function isPressed(combination: string, event: Pressed): boolean {
  const parts = combination.split("+");
  const key = parts.at(-1) ?? "";
  const [mod, alt, shift] = ["Mod", "Alt", "Shift"].map((name) => parts.slice(0, -1).includes(name));
  const modPressed = isMac ? event.metaKey : event.ctrlKey;
  const otherPressed = isMac ? event.ctrlKey : event.metaKey;
  if (modPressed !== mod || otherPressed || event.altKey !== alt) return false;
  if (key === "?") return event.key === "?" || event.key === "？";
  if (event.shiftKey !== shift) return false;
  if (/^[A-Z]$/.test(key)) return event.code === `Key${key}` || event.key.toUpperCase() === key;
  if (/^\d$/.test(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`;
  if (key === "Plus") return event.key === "+" || event.code === "NumpadAdd";
  if (key === "-") return event.code === "Minus" || event.code === "NumpadSubtract";
  if (key === "=") return event.code === "Equal";
  return event.key === key;
}
