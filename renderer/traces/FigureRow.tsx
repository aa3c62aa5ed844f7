import ChevronRightIcon from "@mui/icons-material/ChevronRight";
import ExpandMoreIcon from "@mui/icons-material/ExpandMore";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { assumptionGroups } from "../../shared/domain/assumptions.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { FigureLine } from "../../shared/domain/figure-trace.ts";
import { formatMoney, formatMultiple, formatNumber, formatRate } from "../../shared/format.ts";
import { isTextKey } from "../../shared/locales/texts.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { traceTexts } from "./trace-texts.ts";

interface FigureRowProps {
  readonly line: FigureLine;
  readonly depth: number;
  readonly isOpen?: boolean;
  readonly onToggle?: () => void;
}

const indentPx = 14;
const iconSize = { fontSize: 16, display: "block" };

/** One line of a trace: what it is, its amount, and where its assumption comes from. */
export function FigureRow({ line, depth, isOpen, onToggle }: FigureRowProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const text = isTextKey(line.key) ? t(line.key, traceTexts(line.values, unit, t)) : line.key;
  return (
    <Box
      data-testid="figure-line"
      data-line={line.id}
      sx={{
        display: "grid",
        gridTemplateColumns: "16px 12px minmax(0, 1fr) auto",
        columnGap: 0.5,
        alignItems: "baseline",
        py: 0.5,
        pl: `${depth * indentPx}px`,
        borderBottom: 1,
        borderColor: "divider",
        fontSize: depth === 0 ? 14 : 12.5,
        fontWeight: depth === 0 ? 600 : 400,
        color: line.adds || depth === 0 ? "text.primary" : "text.secondary",
      }}
    >
      {onToggle === undefined ? <span /> : <Toggle isOpen={isOpen === true} name={`${t("figure.expand")} ${text}`} onToggle={onToggle} />}
      <Box component="span" aria-hidden sx={{ color: "text.secondary", fontWeight: 400 }}>
        {depth === 0 ? "=" : line.adds ? "+" : "·"}
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ lineHeight: 1.4, overflowWrap: "anywhere" }}>{text}</Box>
        <SourceLine group={line.values["assumptionGroup"]} />
      </Box>
      <Box component="span" data-testid="figure-amount" sx={{ pl: 1.5, textAlign: "right", whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" }}>
        {amountText(line, unit) ?? t("figure.none")}
      </Box>
    </Box>
  );
}

function Toggle({ isOpen, name, onToggle }: { readonly isOpen: boolean; readonly name: string; readonly onToggle: () => void }) {
  return (
    <Box
      component="button"
      type="button"
      aria-expanded={isOpen}
      aria-label={name}
      onClick={onToggle}
      sx={{
        all: "unset",
        cursor: "pointer",
        color: "primary.main",
        alignSelf: "start",
        pt: "1px",
        "&:focus-visible": { outline: 2, outlineColor: "primary.main" },
      }}
    >
      {isOpen ? <ExpandMoreIcon sx={iconSize} /> : <ChevronRightIcon sx={iconSize} />}
    </Box>
  );
}

/** The source and date of the assumptions behind a line, as the model states them. */
function SourceLine({ group }: { readonly group: string | number | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sources = useWorkbench((state) => state.model?.sources);
  const key = assumptionGroups.find((one) => one === group);
  if (key === undefined) return null;
  const source = sources?.[key];
  const groupText = t(`pricing.group.${key}`);
  const sourceText = language === "zh" ? source?.sourceZh : source?.sourceEn;
  const text =
    source === undefined
      ? t("figure.sourceNoDate", { group: groupText })
      : source.sourced
        ? t("figure.source", { group: groupText, source: sourceText, asOf: source.asOf })
        : t("figure.judgement", { group: groupText, asOf: source.asOf });
  return <Box sx={{ color: "text.secondary", fontSize: 11.5, fontWeight: 400, lineHeight: 1.35, overflowWrap: "anywhere" }}>{text}</Box>;
}

/** Null where a measure does not exist; nothing for a mere remark. */
function amountText(line: FigureLine, unit: MoneyUnit): string | null {
  const { kind, amountFen, number } = line;
  if (kind === "plain") return "";
  if (kind === "money") return amountFen === null ? null : formatMoney(amountFen, unit);
  if (number === null) return null;
  if (kind === "rate") return formatRate(number);
  if (kind === "multiple") return formatMultiple(number);
  return formatNumber(number, kind === "years" ? 4 : 0);
}
