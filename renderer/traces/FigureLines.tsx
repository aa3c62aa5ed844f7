import Box from "@mui/material/Box";
import { useState } from "react";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { Figure, FigureLine } from "../../shared/domain/figure-trace.ts";
import { useCall } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { FigureRow } from "./FigureRow.tsx";

interface FigureLinesProps {
  readonly dealId: number;
  readonly caseName: CaseName;
  readonly figure: Figure;
  readonly lines: readonly FigureLine[];
  /** Ids of the lines opened above these. */
  readonly path: readonly string[];
}

/** Lines below one line; each that has lines of its own opens in place. */
export function FigureLines({ lines, path, ...figure }: FigureLinesProps) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setOpened((current) => {
      const next = new Set(current);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return lines.map((line) => {
    const isOpen = opened.has(line.id);
    return (
      <Box component="li" key={line.id} sx={{ listStyle: "none" }}>
        <FigureRow line={line} depth={path.length + 1} {...(line.opens ? { isOpen, onToggle: () => toggle(line.id) } : {})} />
        {isOpen ? <OpenedLines {...figure} path={[...path, line.id]} /> : null}
      </Box>
    );
  });
}

function OpenedLines({ dealId, caseName, figure, path }: Omit<FigureLinesProps, "lines">) {
  const { data, error } = useCall("pricing.explain", { dealId, caseName, figure, path: [...path] });
  if (data === undefined) return <ErrorAlert error={error} />;
  return (
    <Box component="ul" sx={{ m: 0, p: 0 }}>
      <FigureLines dealId={dealId} caseName={caseName} figure={figure} lines={data.lines} path={path} />
    </Box>
  );
}
