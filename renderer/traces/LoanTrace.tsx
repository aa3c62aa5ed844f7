import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { TraceNode } from "../../shared/domain/pricing-results.ts";
import { formatMoney } from "../../shared/format.ts";
import { fenFromYuan } from "../../shared/money.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { AmountLine } from "./AmountLine.tsx";
import { traceTexts } from "./trace-texts.ts";

/** A line of a loan's trace with all that it comes from. */
export function LoanTrace({ node, depth }: { readonly node: TraceNode; readonly depth: number }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  return (
    <li>
      <AmountLine
        depth={depth}
        adds={node.adds}
        isSum={depth === 1 && node.children.some((child) => child.adds)}
        amount={node.amountYuan === null ? "" : formatMoney(fenFromYuan(node.amountYuan), unit)}
      >
        {t(`trace.${node.key}`, traceTexts(node.values, unit, t))}
      </AmountLine>
      {node.children.length === 0 ? null : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none" }}>
          {node.children.map((child, index) => (
            <LoanTrace key={`${child.key}-${index}`} node={child} depth={depth + 1} />
          ))}
        </Box>
      )}
    </li>
  );
}
