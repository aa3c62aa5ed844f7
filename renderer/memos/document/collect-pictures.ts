import type { MemoPart } from "../../../shared/domain/memo-parts.ts";

type Picture = Extract<MemoPart, { kind: "picture" }>;

const dataStart = "data:image/png;base64,";
/** Pixels of a sign's side in the picture, so that it prints sharp. */
const qrPx = 480;
const qrShownPx = 91;

function pngOf(canvas: HTMLCanvasElement): string {
  const address = canvas.toDataURL("image/png");
  if (!address.startsWith(dataStart)) throw new Error("a picture was not drawn");
  return address.slice(dataStart.length);
}

function drawnSign(sign: SVGSVGElement): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = qrPx;
  canvas.height = qrPx;
  const brush = canvas.getContext("2d");
  if (brush === null) throw new Error("the page has no canvas");
  const scale = qrPx / sign.viewBox.baseVal.width;
  brush.fillStyle = "#ffffff";
  brush.fillRect(0, 0, qrPx, qrPx);
  brush.scale(scale, scale);
  brush.fillStyle = "#000000";
  for (const path of sign.querySelectorAll("path")) brush.fill(new Path2D(path.getAttribute("d") ?? ""));
  return canvas;
}

/** A figure as it was drawn, or the sign of a hash. */
export function pictureOf(element: Element): Picture {
  const label = element.getAttribute("aria-label") ?? "";
  if (element instanceof SVGSVGElement) return { kind: "picture", label, pngBase64: pngOf(drawnSign(element)), widthPx: qrShownPx, heightPx: qrShownPx };
  const canvas = element.querySelector("canvas");
  if (canvas === null) throw new Error(`a figure was not drawn: ${label}`);
  return { kind: "picture", label, pngBase64: pngOf(canvas), widthPx: Number.parseFloat(canvas.style.width), heightPx: Number.parseFloat(canvas.style.height) };
}
