import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useLayoutEffect, useRef } from "react";
import { useChartFonts } from "../../ui/charts/chart-fonts.ts";
import { figureType } from "../blocks/memo-fonts.ts";

use([BarChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

interface MemoFigureProps {
  /** What it shows and where its figures stand: it is drawn, so it has no text of its own for a reader by ear. */
  readonly label: string;
  readonly option: EChartsCoreOption;
  readonly heightPx: number;
}

/** As wide as a page's body. */
const widthPx = 665;

/** A drawn figure, once the glyphs of its texts are here. */
export function MemoFigure({ label, option, heightPx }: MemoFigureProps) {
  const host = useRef<HTMLDivElement>(null);
  const { isReady, fontFamily } = useChartFonts(figureType.fontFamily, option);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null || !isReady) return;
    const chart = init(element, { textStyle: { fontFamily } }, { renderer: "svg", width: widthPx, height: heightPx });
    chart.setOption(option);
    chart.getZr().flush();
    return () => chart.dispose();
  }, [option, isReady, fontFamily, heightPx]);
  return (
    <figure className="memo-chart" aria-label={label}>
      <div ref={host} aria-hidden="true" style={{ width: widthPx, height: heightPx }} />
    </figure>
  );
}
