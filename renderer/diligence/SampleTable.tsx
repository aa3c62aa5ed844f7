import { useTranslation } from "react-i18next";
import type { DiligenceSample } from "../../shared/contract/diligence-channels.ts";
import { formatMoney, formatNumber, formatRate, noValue } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";

const heads = ["underwritten", "rest", "restFen", "ratio", "standardError", "weight", "shrunkRatio", "shrunkError"] as const;

/** The ratio own ÷ model by stratum, and what of it is believed. */
export function SampleTable({ sample }: { readonly sample: DiligenceSample }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const rate = (share: number | null) => (share === null ? noValue : formatRate(share));
  return (
    <ListTable aria-label={t("diligence.sample.strata")} data-testid="diligence-strata">
      <thead>
        <tr>
          <th scope="col">{t("diligence.sample.stratum")}</th>
          {heads.map((key) => (
            <th scope="col" key={key} className="number">
              {t(`diligence.sample.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sample.strata.map((one) => (
          <tr key={one.segment}>
            <th scope="row">{t(`code.segment.${one.segment}`)}</th>
            <td className="number">{formatNumber(one.underwritten)}</td>
            <td className="number">{formatNumber(one.rest)}</td>
            <td className="number">{formatMoney(one.restFen, unit)}</td>
            <td className="number">{rate(one.ratio)}</td>
            <td className="number">{rate(one.standardError)}</td>
            <td className="number">{rate(one.weight)}</td>
            <td className="number">{rate(one.shrunkRatio)}</td>
            <td className="number">{rate(one.shrunkError)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t("diligence.sample.pool")}</th>
          <td className="number" colSpan={3}>
            {noValue}
          </td>
          <td className="number">{rate(sample.poolRatio)}</td>
          <td className="number">{rate(sample.poolError)}</td>
          <td className="number" colSpan={3}>
            {noValue}
          </td>
        </tr>
      </tbody>
    </ListTable>
  );
}
