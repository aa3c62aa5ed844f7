import ExpandMoreIcon from "@mui/icons-material/ExpandMore";
import Accordion from "@mui/material/Accordion";
import AccordionDetails from "@mui/material/AccordionDetails";
import AccordionSummary from "@mui/material/AccordionSummary";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AssumptionGroup, AssumptionSources } from "../../shared/domain/assumptions.ts";
import { groupIsShown } from "../model/revealed-group.ts";
import { ResetGroup } from "./rows/ResetGroup.tsx";
import { SourceLine } from "./rows/SourceLine.tsx";

interface AssumptionGroupPanelProps {
  readonly group: AssumptionGroup;
  readonly source: AssumptionSources[AssumptionGroup];
  /** Its values are those that a file of own records gave. */
  readonly isOfFile: boolean;
  /** The desk's own, no longer what the set says. */
  readonly isChanged: boolean;
  /** Something in it is refused. */
  readonly isRefused: boolean;
  /** Back to what the set says; null where there is nothing to bring back. */
  readonly onReset: (() => void) | null;
  readonly isOpenAtFirst: boolean;
  /** It is to be shown now. */
  readonly isRevealed: boolean;
  /** Only rows that are looked for are shown, wherever they are. */
  readonly isFiltered: boolean;
  readonly children: ReactNode;
}

/** A group of assumptions that folds: its name, whether it has a source, its fields, the source in words. */
export function AssumptionGroupPanel({
  group,
  source,
  isOfFile,
  isChanged,
  isRefused,
  onReset,
  isOpenAtFirst,
  isRevealed,
  isFiltered,
  children,
}: AssumptionGroupPanelProps) {
  const { t } = useTranslation();
  const headId = useId();
  const { isOpen, setOpen, summary } = useRevealed(isOpenAtFirst, isRevealed);
  return (
    <Accordion
      data-group
      disableGutters
      square
      elevation={0}
      expanded={isFiltered || isOpen}
      onChange={(_event, next) => setOpen(next)}
      slotProps={{ transition: { unmountOnExit: true, timeout: 120 } }}
      sx={{ borderTop: 1, borderColor: "divider", bgcolor: "transparent", "&::before": { display: "none" } }}
    >
      <AccordionSummary
        ref={summary}
        id={headId}
        data-testid={`group-${group}`}
        expandIcon={<ExpandMoreIcon fontSize="small" />}
        sx={{ minHeight: 32, px: 1.5, "& .MuiAccordionSummary-content": { my: 0.5, alignItems: "center", gap: 0.75, minWidth: 0 } }}
      >
        <Typography variant="h3" component="span" color={isRefused ? "error" : "textPrimary"} sx={{ flex: 1 }}>
          {t(`pricing.group.${group}`)}
        </Typography>
        <SourceChip kind={isOfFile ? "ownRecords" : isChanged ? "changed" : source.sourced ? "sourced" : "judgement"} />
      </AccordionSummary>
      <AccordionDetails sx={{ px: 1.5, pt: 0, pb: 1 }}>
        {children}
        {onReset === null ? null : <ResetGroup group={group} onReset={onReset} />}
        <SourceLine source={source} isChanged={!isOfFile && (isChanged || source.evidence !== undefined)} />
      </AccordionDetails>
    </Accordion>
  );
}

/** Whether the group is open: as its user left it, and once it is asked for. Then its head is in view, with the focus. */
function useRevealed(isOpenAtFirst: boolean, isRevealed: boolean) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const summary = useRef<HTMLDivElement>(null);
  if (isRevealed && !isOpen) setOpen(true);
  useEffect(() => {
    if (!isRevealed) return;
    summary.current?.focus();
    summary.current?.scrollIntoView({ block: "start" });
    groupIsShown();
  }, [isRevealed]);
  return { isOpen, setOpen, summary };
}

const chipColors = { ownRecords: "success", sourced: "success", changed: "warning", judgement: "default" } as const;

function SourceChip({ kind }: { readonly kind: keyof typeof chipColors }) {
  const { t } = useTranslation();
  return <Chip color={chipColors[kind]} label={t(`pricing.source.${kind}`)} />;
}
