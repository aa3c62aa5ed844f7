import Box from "@mui/material/Box";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { bidRemarkText, type SayRemark } from "../../shared/bid-remark-text.ts";
import { bidRemarks } from "../../shared/domain/bid-remarks.ts";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { RemarkLine } from "./RemarkLine.tsx";

/** What the highest bids can't be read without: that there is none above zero, that one passes the claim, that a hurdle is unusual. */
export const BidRemarks = memo(function BidRemarks({ result }: { readonly result: PricingResult }) {
  const { t } = useTranslation();
  const say: SayRemark = (key, values) => t(key, values);
  const remarks = bidRemarks(result);
  if (remarks.length === 0) return null;
  return (
    <Box component="section" aria-label={t("bidRemark.title")} sx={{ flexShrink: 0 }}>
      {remarks.map((remark) => {
        const text = bidRemarkText(remark, say);
        return <RemarkLine key={text} text={text} group={remark.group} testId={`bid-remark-${remark.code}`} />;
      })}
    </Box>
  );
});
