import { create } from "zustand";
import { dossierEnding } from "../../shared/domain/dossier.ts";
import { navigate } from "./routes.ts";

/** The dossier that is looked at, and how often one was opened: the same one may come again. */
export const useDossierFile = create<{ readonly fileToken: string | null; readonly turn: number }>()(() => ({ fileToken: null, turn: 0 }));

export const isDossier = (fileName: string): boolean => fileName.toLowerCase().endsWith(`.${dossierEnding}`);

/** Opens a dossier where dossiers are looked at. */
export function showDossier(fileToken: string): void {
  useDossierFile.setState(({ turn }) => ({ fileToken, turn: turn + 1 }));
  navigate({ screen: "safekeeping" });
}
