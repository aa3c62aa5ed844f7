import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const size = z.number().int().min(1).max(100_000);
const place = z.number().int().min(-100_000).max(100_000);
const windowStateSchema = z.object({
  bounds: z.object({ x: place, y: place, width: size, height: size }),
  isMaximized: z.boolean(),
  /** Where the page was, as it writes it behind its address. */
  hash: z.string().regex(/^(?:#[a-z]+(?:=\d{1,15})?(?:\/[a-z]+)?)?$/),
});
export type WindowState = z.infer<typeof windowStateSchema>;

/** Enough for the job on a laptop at 150 %. */
export const leastSize = { width: 1024, height: 600 } as const;
const firstSize = { width: 1440, height: 900 } as const;

/** What was kept of the last window; null at the first start, or where the file says nothing. */
export function readWindowState(file: string): WindowState | null {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

/** Kept for convenience only: where it can't be written, the next start opens as the first did. */
export function writeWindowState(file: string, state: WindowState): void {
  const parsed = windowStateSchema.safeParse(state);
  if (!parsed.success) return;
  try {
    writeFileSync(`${file}.new`, JSON.stringify(parsed.data), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch {
    // Nothing of the user's work is in it.
  }
}

/** Bounds that lie wholly within the screen's work area, which may be another one than last time. */
export function fitBounds(wanted: Area | null, area: Area): Area {
  const { width: wantedWidth, height: wantedHeight } = wanted ?? firstSize;
  const width = Math.min(wantedWidth, area.width);
  const height = Math.min(wantedHeight, area.height);
  const within = (at: number, start: number, room: number) => Math.min(Math.max(at, start), start + room);
  const centred = { x: area.x + Math.floor((area.width - width) / 2), y: area.y + Math.floor((area.height - height) / 2) };
  const { x, y } = wanted ?? centred;
  return { x: within(x, area.x, area.width - width), y: within(y, area.y, area.height - height), width, height };
}
