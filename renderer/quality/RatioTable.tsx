import Typography from "@mui/material/Typography";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { RatioRange } from "../../shared/domain/quality.ts";
import { formatNumber } from "../../shared/format.ts";
import { isTextKey } from "../../shared/locales/texts.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

function groupName(group: string | null, t: TFunction): string {
  const key = `code.collateralKind.${group}`;
  return group !== null && isTextKey(key) ? t(key) : t("quality.allRows");
}

/** Between which bounds the ratios of each group are usual. */
export function RatioTable({ ratios }: { readonly ratios: readonly RatioRange[] }) {
  const { t } = useTranslation();
  if (ratios.length === 0) return null;
  return (
    <TitledPanel title={t("quality.ratios")}>
      <ListTable aria-label={t("quality.ratios")}>
        <thead>
          <tr>
            <th scope="col">{t("quality.ratioName")}</th>
            <th scope="col">{t("quality.group")}</th>
            {(["rows", "median", "low", "high"] as const).map((key) => (
              <th scope="col" key={key} className="number">
                {t(`quality.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ratios.map(({ kind, group, rows, median, low, high }) => (
            <tr key={`${kind}/${group}`}>
              <th scope="row">{t(`quality.is.${kind}`)}</th>
              <td>{groupName(group, t)}</td>
              <td className="number">{formatNumber(rows)}</td>
              <td className="number">{median === null ? t("quality.tooFew") : formatNumber(median, 3)}</td>
              <td className="number">{low === null ? "" : formatNumber(low, 3)}</td>
              <td className="number">{high === null ? "" : formatNumber(high, 3)}</td>
            </tr>
          ))}
        </tbody>
      </ListTable>
      <Typography variant="body2" color="textSecondary" sx={{ px: 1, py: 0.75 }}>
        {t("quality.ratioRule")}
      </Typography>
    </TitledPanel>
  );
}
