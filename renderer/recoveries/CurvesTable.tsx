import Box from "@mui/material/Box";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { CalibrationProposal } from "../../shared/contract/recovery-channels.ts";
import { formatNumber, formatRate } from "../../shared/format.ts";
import { useLanguage } from "../desk/session-store.ts";
import { PlainTable } from "../ui/tables/PlainTable.tsx";

type Curve = CalibrationProposal["curves"][number];

const curveText = ({ lagMonths, firstMonthRate, monthlyDecay, monthlyShares }: Curve["after"], t: TFunction) =>
  monthlyShares !== undefined
    ? t("recoveries.curveByMonth", { lag: lagMonths, count: monthlyShares.length, sum: formatRate(monthlyShares.reduce((sum, share) => sum + share, 0)) })
    : t("recoveries.curve", { lag: lagMonths, first: formatRate(firstMonthRate, 3), decay: formatNumber(monthlyDecay, 4) });

/** Curves of the model's segments before and after, and the source that they get. */
export function CurvesTable({ proposal }: { readonly proposal: CalibrationProposal }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <PlainTable aria-label={t("recoveries.curves")} data-testid="calibrated-curves">
        <thead>
          <tr>
            <th scope="col">{t("recoveries.curveHead.segment")}</th>
            <th scope="col" className="number">
              {t("recoveries.curveHead.loans")}
            </th>
            <th scope="col" className="number">
              {t("recoveries.curveHead.rate")}
            </th>
            <th scope="col">{t("recoveries.curveHead.before")}</th>
            <th scope="col">{t("recoveries.curveHead.after")}</th>
            <th scope="col">{t("recoveries.curveHead.aged")}</th>
          </tr>
        </thead>
        <tbody>
          {proposal.curves.map((curve) => (
            <tr key={curve.segment}>
              <th scope="row">{t(`code.segment.${curve.segment}`)}</th>
              <td>{formatNumber(curve.loans)}</td>
              <td>{formatRate(curve.rate)}</td>
              <td className="words">{curveText(curve.before, t)}</td>
              <td className="words">
                {curveText(curve.after, t)}
                {curve.cut === 0 ? null : <Box sx={{ color: "warning.main" }}>{t("recoveries.cut", { cut: formatRate(curve.cut) })}</Box>}
              </td>
              <td className="words">
                {curve.agedCurves.length === 0
                  ? t("recoveries.agedNone")
                  : t("recoveries.agedScaled", { count: curve.agedCurves.length, factor: formatNumber(curve.agedFactor, 4) })}
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      <Box sx={{ typography: "fine", color: "text.secondary", overflowWrap: "anywhere" }} data-testid="calibrated-source">
        {t("recoveries.source")}: {language === "zh" ? proposal.sourceZh : proposal.sourceEn}
      </Box>
    </>
  );
}
