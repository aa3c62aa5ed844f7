import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { GapPriceTag } from "../../shared/domain/scenario-results.ts";
import { formatMoney, formatNumber } from "../../shared/format.ts";
import { plainTable } from "../analyses/plain-table.ts";
import { useMoneyUnit } from "../desk/session-store.ts";

/** Gaps, dearest first, with a bar as long as the gap's share of the widest spread. */
export function GapTable({ gaps }: { readonly gaps: GapPriceTag }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const widest = Math.max(1, ...gaps.tags.map(({ spreadFen }) => spreadFen));
  const heads = ["loans", "claim", "low", "asFilled", "high"] as const;
  return (
    <>
      {gaps.tags.length === 0 ? null : (
        <Box sx={{ overflowX: "auto" }}>
          <Box component="table" data-testid="gap-table" sx={{ ...plainTable, width: "100%", "& td, & th": { ...plainTable["& td, & th"], py: 0.5 } }}>
            <thead>
              <tr>
                <th scope="col">{t("gaps.rule")}</th>
                <th scope="col">{t("gaps.ask")}</th>
                <th scope="col">{t("gaps.reason")}</th>
                {heads.map((head) => (
                  <th scope="col" className="number" key={head}>
                    {t(`gaps.${head}`)}
                  </th>
                ))}
                <th scope="col" className="number">
                  {t("gaps.spread")}
                </th>
                <th aria-label={t("gaps.spread")} />
              </tr>
            </thead>
            <tbody>
              {gaps.tags.map((tag) => (
                <tr key={tag.rule} data-testid={`gap-${tag.rule}`}>
                  <Box component="th" scope="row" sx={{ minWidth: 130 }}>
                    {t(`code.fillRule.${tag.rule}`)}
                  </Box>
                  <Box component="td" className="words" sx={{ minWidth: 150 }}>
                    {t(`gaps.asks.${tag.rule}`)}
                  </Box>
                  <Box component="td" className="words" sx={{ minWidth: 120, color: "text.secondary" }}>
                    {t(`gaps.reasons.${tag.rule}`)}
                  </Box>
                  <td>{formatNumber(tag.loans)}</td>
                  <td>{formatMoney(tag.claimFen, unit)}</td>
                  <td>{formatMoney(tag.lowFen, unit)}</td>
                  <td>{formatMoney(gaps.maxBidFen, unit)}</td>
                  <td>{formatMoney(tag.highFen, unit)}</td>
                  <Box component="td" sx={{ fontWeight: 700 }}>
                    {formatMoney(tag.spreadFen, unit)}
                  </Box>
                  <Box component="td" sx={{ width: 110 }}>
                    <Box
                      sx={{
                        height: 12,
                        width: `${(100 * tag.spreadFen) / widest}%`,
                        minWidth: tag.spreadFen > 0 ? 2 : 0,
                        bgcolor: "primary.main",
                        borderRadius: 0.5,
                      }}
                    />
                  </Box>
                </tr>
              ))}
            </tbody>
          </Box>
        </Box>
      )}
      {gaps.unpriced.length === 0 ? null : (
        <Box sx={{ fontSize: 12, color: "text.secondary", mt: 1 }}>
          {t("gaps.unpriced", {
            list: gaps.unpriced.map(({ rule, loans }) => t("gaps.unpricedOne", { rule: t(`code.fillRule.${rule}`), loans })).join(t("gaps.separator")),
          })}
        </Box>
      )}
    </>
  );
}
