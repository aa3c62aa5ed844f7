import { useEffect, useState } from "react";
import { takeFiles } from "../desk/desk-client.ts";
import { isDossier, showDossier } from "../desk/dossier-file.ts";
import { i18n, type KeyUnder } from "../desk/i18n.ts";
import { showNotice } from "../desk/session-store.ts";
import { clearDropFailure, isDialogOpen, sayDropFailure, useDrops } from "./drop-store.ts";
import { whatIsDragged } from "./what-is-dragged.ts";

export interface DropOffer {
  readonly says: KeyUnder<"drop">;
  readonly isTaken: boolean;
}

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;

/** What a drop comes to now, whatever the files are: a dialog is in front of every screen. */
function offerNow(): DropOffer {
  if (isDialogOpen()) return { says: "dialog", isTaken: false };
  const { target } = useDrops.getState();
  return target === null ? { says: "elsewhere", isTaken: false } : { says: target.says, isTaken: target.take !== null };
}

/** The same for the files of a drag, as far as it tells of them: nothing is promised to one that would be refused. */
function offerTo(items: DataTransferItemList): DropOffer {
  const offer = offerNow();
  const dragged = whatIsDragged(items);
  if (!offer.isTaken || dragged === "tape") return offer;
  if (dragged !== "maybeTape") return { says: dragged, isTaken: false };
  return { ...offer, says: offer.says === "register" ? "registerIfTape" : "tapeIfTape" };
}

function refuse({ says }: DropOffer): void {
  clearDropFailure();
  showNotice(i18n.t(`drop.${says}`));
}

function letGo(files: readonly File[]): void {
  const offer = offerNow();
  if (!offer.isTaken) return refuse(offer);
  clearDropFailure();
  const { target } = useDrops.getState();
  target?.forget?.();
  takeFiles(files).then((file) => (isDossier(file.fileName) ? showDossier(file.fileToken) : target?.take?.(file)), sayDropFailure);
}

const nearEdgePx = 32;

/** Whether a drag that was last heard of here ended in the window: one that leaves it passes its edge. */
function isWithin({ clientX, clientY }: DragEvent): boolean {
  return clientX > nearEdgePx && clientY > nearEdgePx && clientX < innerWidth - nearEdgePx && clientY < innerHeight - nearEdgePx;
}

/** Hands files that are dropped on the window to its screen, and none to the window itself, which would show them. What a drop comes to while some are over it. */
export function useFileDrops(): DropOffer | null {
  const [offer, setOffer] = useState<DropOffer | null>(null);
  useEffect(() => {
    let refused: DropOffer | null = null;
    const over = (event: DragEvent) => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      const next = offerTo(event.dataTransfer.items);
      event.dataTransfer.dropEffect = next.isTaken ? "copy" : "none";
      refused = !next.isTaken && isWithin(event) ? next : null;
      setOffer((now) => (now?.says === next.says && now.isTaken === next.isTaken ? now : next));
    };
    const leave = (event: DragEvent) => {
      // Into another element of the page is not out of the window.
      if (event.relatedTarget !== null) return;
      setOffer(null);
      // Where a drag is refused, the page hears its end as a leaving: what was said over it stays a while.
      if (refused !== null) refuse(refused);
      refused = null;
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOffer(null);
      letGo([...(event.dataTransfer?.files ?? [])]);
    };
    const handlers = { dragenter: over, dragover: over, dragleave: leave, drop } as const;
    for (const [name, handler] of Object.entries(handlers)) window.addEventListener(name as "drop", handler, { capture: true });
    return () => {
      for (const [name, handler] of Object.entries(handlers)) window.removeEventListener(name as "drop", handler, { capture: true });
    };
  }, []);
  return offer;
}
