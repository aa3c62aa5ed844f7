import { lazy, Suspense, useState } from "react";
import { useCommand } from "../desk/commands.ts";
import { AboutDialog } from "./AboutDialog.tsx";
import { DatabaseCheckDialog } from "./DatabaseCheckDialog.tsx";
import { KeyListDialog } from "./KeyListDialog.tsx";
import { NoticesDialog } from "./NoticesDialog.tsx";
import { PlaceMenuHost } from "./PlaceMenuHost.tsx";
import { ReleaseNotesDialog } from "./ReleaseNotesDialog.tsx";
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

type TextName = "keys" | "about" | "notes" | "notices" | "check";

interface ShownTextProps {
  readonly name: TextName;
  readonly onShow: (name: TextName) => void;
  readonly onClose: () => void;
}

function ShownText({ name, onShow, onClose }: ShownTextProps) {
  switch (name) {
    case "keys":
      return <KeyListDialog onClose={onClose} />;
    case "about":
      return <AboutDialog onClose={onClose} onNotes={() => onShow("notes")} onNotices={() => onShow("notices")} />;
    case "notes":
      return <ReleaseNotesDialog onClose={onClose} />;
    case "notices":
      return <NoticesDialog onClose={onClose} />;
    case "check":
      return <DatabaseCheckDialog onClose={onClose} />;
  }
}

function WindowDialogs() {
  const [shown, setShown] = useState<"palette" | "deals" | TextName | null>(null);
  const close = () => setShown(null);
  useCommandKeys();
  useNativeMenu();
  useDeskCommands();
  useCommand("palette", () => setShown("palette"));
  useCommand("openDeal", () => setShown("deals"));
  useCommand("showKeys", () => setShown("keys"));
  useCommand("about", () => setShown("about"));
  useCommand("releaseNotes", () => setShown("notes"));
  useCommand("checkDatabase", () => setShown("check"));
  if (shown === null) return null;
  if (shown !== "palette" && shown !== "deals") return <ShownText name={shown} onShow={setShown} onClose={close} />;
  return (
    <Suspense fallback={null}>
      <PaletteDialog dealsOnly={shown === "deals"} onClose={close} />
    </Suspense>
  );
}
