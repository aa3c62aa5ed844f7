import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { DebtorDetail } from "../../shared/contract/debtor-channels.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { ownCaseNames } from "../../shared/domain/debtor-sheet.ts";
import { formatDate, formatDateTime, formatMoney, formatRate, formatStatedRate, noValue } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";

type Said = NonNullable<DebtorDetail["history"][number]["entry"]>;

/** What a line said, in sentences. */
function wordsOf(said: Said, unit: MoneyUnit, t: TFunction): string[] {
  const estimates = ownCaseNames.flatMap((name) => {
    const own = said[name];
    if (own === null) return [];
    return [
      t("debtors.drawer.estimate", {
        part: t(`debtors.part.${name}`),
        gross: formatMoney(own.grossFen, unit),
        costs: formatMoney(own.costsFen, unit),
        months: own.months,
        rate: own.discountRate === null ? t("debtors.drawer.hurdle") : formatStatedRate(own.discountRate),
        margin: own.margin === null ? noValue : `${formatStatedRate(own.margin)} (${t(`debtors.marginShort.${said.marginBasis}`)})`,
      }),
    ];
  });
  const facts = [
    said.method === null ? "" : t(`debtors.method.${said.method}`),
    said.groupName,
    said.underwriter,
    formatDate(said.underwrittenOn),
    said.evidence,
  ];
  return [
    ...estimates,
    ...(said.lowWeight === null ? [] : [t("debtors.drawer.weight", { weight: formatRate(said.lowWeight) })]),
    facts.filter((text) => text !== "" && text !== noValue).join(" · "),
    said.note,
  ].filter((text) => text !== "");
}

/** The desk's own estimates of a debtor as they are and were, undone ones too; the latest first. */
export function DebtorHistory({ detail: { history } }: { readonly detail: DebtorDetail }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  return (
    <Box component="section" aria-label={t("debtors.drawer.estimates")} data-testid="debtor-history">
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {t("debtors.drawer.estimates")}
      </Typography>
      {history.length === 0 ? <Typography variant="body2">{t("debtors.drawer.noHistory")}</Typography> : null}
      <Box component="ol" sx={{ typography: "body2", m: 0, p: 0, listStyle: "none" }}>
        {history.map(({ loggedAt, entry }, index) => (
          <Box
            component="li"
            data-testid={`debtor-history-${index}`}
            key={`${loggedAt} ${index}`}
            sx={{ py: 0.5, borderTop: index === 0 ? 0 : 1, borderColor: "divider", overflowWrap: "anywhere" }}
          >
            <Box sx={{ typography: "fine", color: "text.secondary" }}>
              {[entry?.typedBy ?? "", formatDateTime(loggedAt)].filter((text) => text !== "").join(" · ")}
            </Box>
            {entry === null ? t("debtors.drawer.removed") : wordsOf(entry, unit, t).map((line) => <div key={line}>{line}</div>)}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
