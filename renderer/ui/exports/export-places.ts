import { create } from "zustand";

/** Where the page has something to export, by the mark on its frame. */
interface ExportPlaces {
  readonly savers: ReadonlyMap<string, () => void>;
}

const useExportPlaces = create<ExportPlaces>()(() => ({ savers: new Map() }));

const markName = "data-export";

/** Says what is exported from the frame that carries the mark; answers how to take it back. */
export function putSaver(mark: string, save: () => void): () => void {
  useExportPlaces.setState(({ savers }) => ({ savers: new Map(savers).set(mark, save) }));
  return () => useExportPlaces.setState(({ savers }) => ({ savers: new Map([...savers].filter(([key]) => key !== mark)) }));
}

/** What exports the frame that an element is in; undefined outside of any. */
export function saverAt(element: Element | null): (() => void) | undefined {
  const mark = element?.closest(`[${markName}]`)?.getAttribute(markName);
  return mark == null ? undefined : useExportPlaces.getState().savers.get(mark);
}

/** What exports the first frame of the screen. */
export const firstSaver = (): (() => void) | undefined => saverAt(document.querySelector(`main [${markName}]`));

export const useHasExports = (): boolean => useExportPlaces(({ savers }) => savers.size > 0);
