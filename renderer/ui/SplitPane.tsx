import Box from "@mui/material/Box";
import { type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";

interface SplitPaneProps {
  readonly top: ReactNode;
  readonly bottom: ReactNode;
  /** Share of the height that the lower part has; null: as at first. */
  readonly share: number | null;
  readonly onChange: (share: number | null) => void;
  readonly firstShare: number;
  /** Names the bar between the two. */
  readonly label: string;
  readonly testId: string;
}

const least = { top: 60, bottom: 90 } as const;
const barHeight = 7;
const keySteps: Readonly<Record<string, number>> = { ArrowUp: 0.03, ArrowDown: -0.03, PageUp: 0.15, PageDown: -0.15, Home: 1, End: -1 };

/** Two parts above each other, and a bar between them that is dragged, or moved by its keys; a double click or Enter puts it back. */
export function SplitPane({ top, bottom, share, onChange, firstShare, label, testId }: SplitPaneProps) {
  const frame = useRef<HTMLDivElement | null>(null);
  const lower = useRef<HTMLDivElement | null>(null);
  const shown = useShownShare(frame, lower);
  const [dragged, setDragged] = useState<number | null>(null);
  const wanted = dragged ?? share;
  const move = (event: PointerEvent<HTMLElement>) => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    setDragged(within((box.bottom - event.clientY - barHeight / 2) / box.height));
  };
  const release = () => {
    if (dragged !== null) onChange(dragged);
    setDragged(null);
  };
  const press = (event: KeyboardEvent) => {
    const step = keySteps[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    onChange(step === undefined ? null : within(shareOf(frame, lower) + step));
  };
  return (
    <Box ref={frame} sx={{ flex: 1, minHeight: 0, minWidth: 0, display: "flex", flexDirection: "column" }}>
      <Box
        data-testid={`${testId}-top`}
        sx={{ containerType: "inline-size", flex: "1 1 0", minHeight: least.top, overflow: "auto", display: "flex", flexDirection: "column" }}
      >
        {top}
      </Box>
      <Box
        role="separator"
        tabIndex={0}
        aria-orientation="horizontal"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(shown * 100)}
        data-testid={testId}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={() => setDragged(null)}
        onDoubleClick={() => onChange(null)}
        onKeyDown={press}
        sx={{
          height: barHeight,
          flexShrink: 0,
          cursor: "row-resize",
          touchAction: "none",
          borderTop: 1,
          borderBottom: 1,
          borderColor: "divider",
          bgcolor: "background.default",
          "&:hover": { bgcolor: "action.selected" },
          "&:focus-visible": { outline: 2, outlineColor: "primary.main", outlineOffset: -1 },
        }}
      />
      <Box
        ref={lower}
        style={{ flexBasis: `${(wanted ?? firstShare) * 100}%` }}
        sx={{ flexGrow: 0, flexShrink: 1, minHeight: least.bottom, minWidth: 0, display: "flex", flexDirection: "column" }}
      >
        {bottom}
      </Box>
    </Box>
  );
}

const within = (share: number) => Math.min(1, Math.max(0, share));

type Part = RefObject<HTMLElement | null>;

/** The lower part's share as it is laid out, which its least height may hold above what is wanted. */
const shareOf = (frame: Part, lower: Part) => (lower.current?.offsetHeight ?? 0) / Math.max(1, frame.current?.offsetHeight ?? 1);

function useShownShare(frame: Part, lower: Part): number {
  const [shown, setShown] = useState(0.5);
  useEffect(() => {
    const seen = new ResizeObserver(() => setShown(shareOf(frame, lower)));
    for (const { current } of [frame, lower]) if (current !== null) seen.observe(current);
    return () => seen.disconnect();
  }, [frame, lower]);
  return shown;
}
