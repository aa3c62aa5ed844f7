import { lazy, Suspense, useState } from "react";
import { useCommand } from "../desk/commands.ts";
import { AboutDialog } from "./AboutDialog.tsx";
import { KeyListDialog } from "./KeyListDialog.tsx";
import { PlaceMenuHost } from "./PlaceMenuHost.tsx";
import { useCommandKeys } from "./use-command-keys.ts";
import { useDeskCommands } from "./use-desk-commands.ts";
import { useNativeMenu } from "./use-native-menu.ts";

const PaletteDialog = lazy(() => import("../palette/PaletteDialog.tsx").then((module) => ({ default: module.PaletteDialog })));

/** Keys, native menu, menus of places, palette: the ways to the commands, and the dialogs that are the window's own. */
export function CommandHost() {
  return (
    <>
      <PlaceMenuHost />
      <WindowDialogs />
    </>
  );
}

function WindowDialogs() {
  const [shown, setShown] = useState<"palette" | "deals" | "keys" | "about" | null>(null);
  const close = () => setShown(null);
  useCommandKeys();
  useNativeMenu();
  useDeskCommands();
  useCommand("palette", () => setShown("palette"));
  useCommand("openDeal", () => setShown("deals"));
  useCommand("showKeys", () => setShown("keys"));
  useCommand("about", () => setShown("about"));
  if (shown === "keys") return <KeyListDialog onClose={close} />;
  if (shown === "about") return <AboutDialog onClose={close} />;
  if (shown === null) return null;
  return (
    <Suspense fallback={null}>
      <PaletteDialog dealsOnly={shown === "deals"} onClose={close} />
    </Suspense>
  );
}
