import Box from "@mui/material/Box";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PaletteEntry } from "./palette-entries.ts";

interface PaletteListProps {
  readonly entries: readonly PaletteEntry[];
  readonly chosen: number;
  readonly onChoose: (entry: PaletteEntry) => void;
}

/** What was found, each with its kind; the focus stays in the box above. */
export function PaletteList({ entries, chosen, onChoose }: PaletteListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement | null>(null);
  useEffect(() => list.current?.children[chosen]?.scrollIntoView({ block: "nearest" }), [chosen, entries]);
  return (
    <Box
      ref={list}
      component="ul"
      id="palette-list"
      role="listbox"
      aria-label={t("action.palette")}
      sx={{ listStyle: "none", m: 0, p: 0, py: entries.length === 0 ? 0 : 0.5 }}
    >
      {entries.map((entry, index) => (
        <Box
          component="li"
          key={entry.id}
          id={`palette-${index}`}
          role="option"
          aria-selected={index === chosen}
          data-testid={`palette-${entry.kind}`}
          onClick={() => onChoose(entry)}
          sx={{
            display: "flex",
            alignItems: "baseline",
            gap: 1,
            px: 2,
            py: 0.5,
            cursor: "pointer",
            "&[aria-selected=true]": { bgcolor: "action.selected", "& > *": { color: "text.primary" } },
            "&:hover > *": { color: "text.primary" },
            "&:hover": { bgcolor: "action.hover" },
          }}
        >
          <Box component="span" sx={{ typography: "fine", width: 56, flexShrink: 0, color: "text.secondary" }}>
            {t(`action.kind.${entry.kind}`)}
          </Box>
          <Box component="span" sx={{ flex: 1, minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}>
            {entry.name}
          </Box>
          <Box
            component="span"
            sx={{ typography: "body2", color: "text.secondary", whiteSpace: "nowrap", overflow: "hidden", textOverflow: "ellipsis", maxWidth: "50%" }}
          >
            {entry.detail}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
