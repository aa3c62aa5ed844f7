import ChevronRightIcon from "@mui/icons-material/ChevronRight";
import ExpandMoreIcon from "@mui/icons-material/ExpandMore";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { assumptionGroups } from "../../shared/domain/assumptions.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { FigureLine } from "../../shared/domain/figure-trace.ts";
import { wereChangedSince } from "../../shared/domain/source-evidence.ts";
import { formatMoney, formatMultiple, formatNumber, formatRate } from "../../shared/format.ts";
import { isTextKey } from "../../shared/locales/texts.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { AmountLine } from "./AmountLine.tsx";
import { traceTexts } from "./trace-texts.ts";

interface FigureRowProps {
  readonly line: FigureLine;
  readonly depth: number;
  readonly isOpen?: boolean;
  readonly onToggle?: () => void;
}

/** One line of a trace: what it is, its amount, and where its assumption comes from. */
export function FigureRow({ line, depth, isOpen, onToggle }: FigureRowProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const text = isTextKey(line.key) ? t(line.key, traceTexts(line.values, unit, t)) : line.key;
  return (
    <AmountLine
      depth={depth}
      adds={line.adds}
      toggle={onToggle === undefined ? <span /> : <Toggle isOpen={isOpen === true} name={`${t("figure.expand")} ${text}`} onToggle={onToggle} />}
      amount={amountText(line, unit) ?? t("figure.none")}
      lineId={line.id}
      testId="figure-line"
    >
      {text}
      <SourceLine group={line.values["assumptionGroup"]} />
    </AmountLine>
  );
}

function Toggle({ isOpen, name, onToggle }: { readonly isOpen: boolean; readonly name: string; readonly onToggle: () => void }) {
  const Icon = isOpen ? ExpandMoreIcon : ChevronRightIcon;
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
      <Icon fontSize="tiny" sx={{ display: "block" }} />
    </Box>
  );
}

/** The source and date of the assumptions behind a line, as the model states them. */
function SourceLine({ group }: { readonly group: string | number | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sources = useWorkbench((state) => state.model?.sources);
  const assumptions = useWorkbench((state) => state.draft?.assumptions);
  const key = assumptionGroups.find((one) => one === group);
  if (key === undefined) return null;
  const source = sources?.[key];
  const hasLeftFile = source !== undefined && assumptions !== undefined && wereChangedSince(source.evidence, assumptions[key]);
  const groupText = t(`pricing.group.${key}`);
  const sourceText = language === "zh" ? source?.sourceZh : source?.sourceEn;
  const text =
    source === undefined
      ? t("figure.sourceNoDate", { group: groupText })
      : source.sourced || source.evidence !== undefined
        ? t("figure.source", {
            group: groupText,
            source: hasLeftFile ? t("pricing.source.changedSince", { source: sourceText }) : sourceText,
            asOf: source.asOf,
          })
        : t("figure.judgement", { group: groupText, asOf: source.asOf });
  return <Box sx={{ typography: "fine", color: "text.secondary" }}>{text}</Box>;
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
