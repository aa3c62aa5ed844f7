import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { GapPriceTag } from "../../shared/domain/scenario-results.ts";
import { formatMoney, formatNumber, formatPrice } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { PlainTable } from "../ui/tables/PlainTable.tsx";

const words = ["rule", "ask", "reason"] as const;
/** The spread, by which the gaps are in order, stands before what it comes from. */
const figures = ["loans", "claim", "spread", "low", "high"] as const;

/** Gaps, dearest first, with a bar as long as the gap's share of the widest spread. */
export function GapTable({ gaps }: { readonly gaps: GapPriceTag }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const widest = Math.max(1, ...gaps.tags.map(({ spreadFen }) => spreadFen));
  return (
    <>
      {gaps.tags.length === 0 ? null : (
        <Box tabIndex={0} sx={{ overflowX: "auto" }}>
          <Typography variant="body2" sx={{ mb: 0.5 }}>
            {t("gaps.asFilled", { bid: formatPrice(gaps.maxBidFen, unit, t("bidRemark.noneShort")) })}
          </Typography>
          <PlainTable data-testid="gap-table" sx={{ width: "100%", "& td, & th": { py: 0.5 } }}>
            <thead>
              <tr>
                {words.map((head) => (
                  <th scope="col" key={head}>
                    {t(`gaps.${head}`)}
                  </th>
                ))}
                {figures.map((head) => (
                  <th scope="col" className="number" key={head}>
                    {t(`gaps.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {gaps.tags.map((tag) => (
                <GapRow key={tag.rule} tag={tag} share={tag.spreadFen / widest} />
              ))}
            </tbody>
          </PlainTable>
        </Box>
      )}
      {gaps.unpriced.length === 0 ? null : (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {t("gaps.unpriced", {
            list: gaps.unpriced.map(({ rule, loans }) => t("gaps.unpricedOne", { rule: t(`code.fillRule.${rule}`), loans })).join(t("gaps.separator")),
          })}
        </Typography>
      )}
    </>
  );
}

interface GapRowProps {
  readonly tag: GapPriceTag["tags"][number];
  /** Of the widest spread. */
  readonly share: number;
}

function GapRow({ tag, share }: GapRowProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  return (
    <tr data-testid={`gap-${tag.rule}`}>
      <Box component="th" scope="row" sx={{ minWidth: 116 }}>
        {t(`code.fillRule.${tag.rule}`)}
      </Box>
      <Box component="td" className="words" sx={{ minWidth: 130 }}>
        {t(`gaps.asks.${tag.rule}`)}
      </Box>
      <Box component="td" className="words" sx={{ minWidth: 104, color: "text.secondary" }}>
        {t(`gaps.reasons.${tag.rule}`)}
      </Box>
      <td>{formatNumber(tag.loans)}</td>
      <td>{formatMoney(tag.claimFen, unit)}</td>
      <td>
        <b>{formatMoney(tag.spreadFen, unit)}</b>
        <Box
          sx={{ height: 4, mt: 0.5, ml: "auto", width: `${100 * share}%`, minWidth: tag.spreadFen > 0 ? 2 : 0, bgcolor: "primary.main", borderRadius: 0.5 }}
        />
      </td>
      <td>{formatPrice(tag.lowFen, unit, t("bidRemark.noneShort"))}</td>
      <td>{formatPrice(tag.highFen, unit, t("bidRemark.noneShort"))}</td>
    </tr>
  );
}
