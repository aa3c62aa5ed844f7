import { useTheme } from "@mui/material/styles";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { BidBridge } from "../../shared/domain/bid-bridge.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import { formatMoney } from "../../shared/format.ts";
import { fenPerUnit } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { amountLabels, flowDecimals } from "../ui/charts/chart-parts.ts";
import { EChart } from "../ui/charts/EChart.tsx";
import { type BridgeBar, bridgeBars, bridgeOption } from "./bridge-option.ts";
import { bridgeMoveText } from "./moved-text.ts";

interface BridgeChartProps {
  readonly bridge: BidBridge;
  readonly caseName: CaseName;
  /** Is told the cause whose bar is clicked. */
  readonly onPick: (key: string) => void;
}

const barPx = 27;

/** From the bid before to the bid after, cause by cause. */
export const BridgeChart = memo(function BridgeChart({ bridge, caseName, onPick }: BridgeChartProps) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const bars = useMemo(() => bridgeBars(bridge, caseName, t), [bridge, caseName, t]);
  const { option, table } = useMemo(() => {
    const textOf = ({ isTotal, fromFen, toFen }: BridgeBar) => (isTotal ? formatMoney(toFen, unit) : bridgeMoveText(toFen - fromFen, unit));
    const labels = amountLabels(unit, language, flowDecimals(unit));
    return {
      option: bridgeOption({ bars, palette, fenPerUnit: fenPerUnit[unit], labels, textOf }),
      table: { head: [t("bridge.causeHead"), t("bridge.move")], rows: bars.map((bar) => [bar.name, textOf(bar)]) },
    };
  }, [bars, palette, unit, language, t]);
  const label = t("bridge.chart", { caseName: t(`code.caseName.${caseName}`) });
  const pick = (_series: number, at: number) => {
    const key = bars[at]?.key;
    if (key !== undefined) onPick(key);
  };
  return <EChart option={option} label={label} table={table} height={bars.length * barPx + 30} onPick={pick} />;
});
