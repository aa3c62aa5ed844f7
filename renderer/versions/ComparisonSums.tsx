import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { VersionSummary } from "../../shared/contract/version-channels.ts";
import { formatMoney, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";

/** How many loans both versions have, how many came, went and changed, and what becomes of the desk's edits. */
export function ComparisonSums({ summary }: { readonly summary: VersionSummary }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const label = moneyUnitLabel(unit, useLanguage());
  const { matched, added, dropped, edits } = summary;
  const loans = matched.contract + matched.spelling + matched.facts + matched.decided;
  const sums = ({ principalFen, interestFen, feesFen }: VersionSummary["added"]) =>
    `${t("versions.principal")} ${formatMoney(principalFen, unit)} · ${t("versions.claim")} ${formatMoney(principalFen + interestFen + feesFen, unit)} ${label}`;
  const parts = [
    { name: t("versions.matched"), count: loans, note: t("versions.matchedHint", { ...matched }) },
    { name: t("versions.addedSums"), count: added.loans, note: sums(added) },
    { name: t("versions.droppedSums"), count: dropped.loans, note: sums(dropped) },
    { name: t("versions.changedSums"), count: summary.changedLoans, note: t("versions.basis") },
    { name: t("versions.editsSums"), count: edits.carried ?? 0, note: t("versions.editsHint", { ...edits }) },
  ];
  return (
    <Box sx={{ px: 1, display: "grid", gridTemplateColumns: "repeat(5, minmax(0, 1fr))", gap: 1.5 }} data-testid="version-sums">
      {parts.map(({ name, count, note }) => (
        <div key={name}>
          <Typography variant="body2" component="div">
            {name} <b>{formatNumber(count)}</b>
          </Typography>
          <Typography variant="body2" color="textSecondary" component="div">
            {note}
          </Typography>
        </div>
      ))}
      {summary.movedDebtors === 0 ? null : (
        <Typography variant="body2" color="textSecondary" sx={{ gridColumn: "1 / -1" }}>
          {t("versions.movedDebtors", { count: summary.movedDebtors })}
        </Typography>
      )}
      {summary.orphans.older + summary.orphans.newer === 0 ? null : (
        <Typography variant="body2" color="warning.main" sx={{ gridColumn: "1 / -1" }} data-testid="version-orphans">
          {t("versions.orphans", { older: formatNumber(summary.orphans.older), newer: formatNumber(summary.orphans.newer) })}
        </Typography>
      )}
    </Box>
  );
}
