import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Paper } from "../../shared/domain/approval.ts";
import { formatDate, formatDateTime, formatMoneyWithUnit, noValue } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

function ruleText({ rule }: Paper, t: TFunction): string {
  if (rule === null) return noValue;
  const { name, members, quorum, shareNumerator: numerator, shareDenominator: denominator, base, chairHasVeto } = rule;
  const veto = chairHasVeto ? t("approvals.veto") : "";
  return t("approvals.ruleText", { name, members, quorum, numerator, denominator, base: t(`approvals.base.${base}`), veto });
}

function expiryText({ expiresOn, isExpired }: Paper, t: TFunction): string {
  if (expiresOn === null) return t("approvals.noExpiry");
  return isExpired ? `${formatDate(expiresOn)} · ${t("approvals.expired")}` : formatDate(expiresOn);
}

/** What was handed in, and what was approved of it. */
export function PaperFacts({ paper }: { readonly paper: Paper }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const money = (fen: number | null) => (fen === null ? noValue : formatMoneyWithUnit(fen, unit, language));
  const facts: readonly (readonly [name: string, said: string, testId: string])[] = [
    [t("approvals.madeBy"), paper.madeByName === "" ? noValue : paper.madeByName, "paper-maker"],
    [t("approvals.madeAt"), formatDateTime(paper.madeAt), "paper-at"],
    [t("approvals.asked"), money(paper.askedFen), "paper-asked"],
    [t("approvals.reasoning"), paper.reasoning, "paper-reasoning"],
    [t("approvals.runHash"), paper.runHash ?? noValue, "paper-run-hash"],
    [t("approvals.memoHash"), paper.memoHash ?? noValue, "paper-memo-hash"],
    [t("approvals.rule"), ruleText(paper, t), "paper-rule"],
    ...(paper.limitFen === null
      ? []
      : ([
          [t("approvals.limit"), money(paper.limitFen), "paper-limit"],
          [t("approvals.terms"), paper.terms === "" ? noValue : paper.terms, "paper-terms"],
          [t("approvals.expires"), expiryText(paper, t), "paper-expires"],
        ] as const)),
  ];
  return (
    <TitledPanel title={t("approvals.paper")}>
      <ListTable aria-label={t("approvals.paper")}>
        <tbody>
          {facts.map(([name, said, testId]) => (
            <tr key={testId}>
              <th scope="row" style={{ whiteSpace: "nowrap", width: 160 }}>
                {name}
              </th>
              <td data-testid={testId} data-selectable style={{ wordBreak: "break-all" }}>
                {said}
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </TitledPanel>
  );
}
