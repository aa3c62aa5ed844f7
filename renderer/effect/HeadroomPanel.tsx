import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ComplianceRule, Headroom, RuleJudgement } from "../../shared/domain/compliance.ts";
import { formatMoney, formatMoneyWithUnit, formatNumber, noValue } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { AnswerDialog } from "./AnswerDialog.tsx";

interface HeadroomPanelProps {
  readonly dealId: number;
  readonly headroom: Headroom;
  readonly isReadOnly: boolean;
}

/** Colours that never make "cannot tell" look like a pass. */
const colourOf = { pass: "success.main", fail: "error.main", cannotTell: "text.secondary", notInForce: "text.secondary" } as const;
const isAnswered = ({ kind }: ComplianceRule): boolean => kind === "answered" || kind === "excludedLoans";

/** Every rule with its verdict, the room it leaves and the largest price it allows. */
export function HeadroomPanel({ dealId, headroom, isReadOnly }: HeadroomPanelProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<ComplianceRule | null>(null);
  const heads = ["rule", "verdictHead", "headroom", "largest"] as const;
  return (
    <TitledPanel title={t("compliance.title")}>
      <HeadroomSaid headroom={headroom} />
      <ListTable aria-label={t("compliance.title")} data-testid="headroom">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head} className={head === "headroom" || head === "largest" ? "number" : undefined}>
                {t(`compliance.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {headroom.verdicts.map((verdict) => {
            const rule = headroom.rules.find(({ code }) => code === verdict.code);
            if (rule === undefined) return null;
            return <VerdictRow key={rule.code} rule={rule} verdict={verdict} onAnswer={isReadOnly || !isAnswered(rule) ? null : () => setAsked(rule)} />;
          })}
        </tbody>
      </ListTable>
      {asked === null ? null : (
        <AnswerDialog key={asked.code} dealId={dealId} rule={asked} answer={headroom.answers[asked.code]} onClose={() => setAsked(null)} />
      )}
    </TitledPanel>
  );
}

/** What all rules together allow, and how many of them say nothing. */
function HeadroomSaid({ headroom }: { readonly headroom: Headroom }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { largestFen, bindingCode, rules, verdicts, judgedOn, priceFen, isConfirmed, quarterEnd } = headroom;
  const bound = rules.find(({ code }) => code === bindingCode);
  const rule = language === "zh" ? bound?.textZh : bound?.textEn;
  const unknown = verdicts.filter(({ verdict }) => verdict === "cannotTell").length;
  const money = (fen: number) => formatMoneyWithUnit(fen, unit, language);
  const overall =
    rule === undefined
      ? t("compliance.overallAny")
      : largestFen === null
        ? t("compliance.overallNone", { rule })
        : t("compliance.overall", { amount: money(largestFen), rule });
  return (
    <Box sx={{ px: 1, pb: 1 }} data-testid="headroom-said">
      <Typography variant="body2">{t("compliance.caption", { day: judgedOn, price: money(priceFen) })}</Typography>
      <Typography variant="h3" component="p">
        {overall}
      </Typography>
      {unknown === 0 ? null : (
        <Alert severity="warning" variant="outlined" sx={{ mt: 0.5 }}>
          {t("compliance.unknown", { count: formatNumber(unknown) })}
        </Alert>
      )}
      {quarterEnd === null || isConfirmed ? null : <Typography variant="body2">{t("compliance.notConfirmed", { quarter: quarterEnd })}</Typography>}
    </Box>
  );
}

interface VerdictRowProps {
  readonly rule: ComplianceRule;
  readonly verdict: RuleJudgement;
  /** Null: nothing is to be answered. */
  readonly onAnswer: (() => void) | null;
}

function VerdictRow({ rule, verdict, onAnswer }: VerdictRowProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { missing, concernedLoans, priceWithoutFen, largestFen, leastFen, isBrokenAnyway, headroomFen, about } = verdict;
  const isOfMany = headroomFen !== null && (rule.kind === "client" || rule.kind === "group");
  const notes = [
    ...(missing.length === 0 ? [] : [t("compliance.missingHead", { names: missing.map((name) => t(`compliance.missing.${name}`)).join("; ") })]),
    ...(isOfMany ? [`${t("compliance.about")}: ${about || t("compliance.aboutLargest")}`] : []),
    ...(priceWithoutFen === null
      ? []
      : [t("compliance.withoutLoans", { loans: formatNumber(concernedLoans), amount: formatMoneyWithUnit(priceWithoutFen, unit, language) })]),
    ...(leastFen === null ? [] : [t("compliance.least", { amount: formatMoneyWithUnit(leastFen, unit, language) })]),
  ];
  const largest = isBrokenAnyway
    ? t("compliance.none")
    : largestFen === null
      ? headroomFen === null
        ? noValue
        : t("compliance.any")
      : formatMoney(largestFen, unit);
  return (
    <tr data-rule={rule.code} data-verdict={verdict.verdict}>
      <th scope="row">
        {language === "zh" ? rule.textZh : rule.textEn}
        {notes.length === 0 ? null : <Box sx={{ color: "text.secondary" }}>{notes.join(" · ")}</Box>}
      </th>
      <td style={{ whiteSpace: "nowrap" }}>
        <Box component="b" sx={{ color: colourOf[verdict.verdict] }}>
          {t(`compliance.verdict.${verdict.verdict}`)}
        </Box>
        {onAnswer === null ? null : (
          <Button size="small" sx={{ ml: 1, py: 0 }} onClick={onAnswer} data-testid={`answer-${rule.code}`}>
            {t("compliance.answer")}
          </Button>
        )}
      </td>
      <td className="number">{formatMoney(headroomFen, unit)}</td>
      <td className="number">{largest}</td>
    </tr>
  );
}
