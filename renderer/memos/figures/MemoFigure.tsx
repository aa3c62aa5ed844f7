import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";
import { useContext, useLayoutEffect, useRef } from "react";
import { useChartFonts } from "../../ui/charts/chart-fonts.ts";
import { figureType } from "../blocks/memo-fonts.ts";
import { PaperFormContext } from "../blocks/paper-form.ts";

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, CanvasRenderer, SVGRenderer]);

interface MemoFigureProps {
  /** What it shows and where its figures stand: it is drawn, so it has no text of its own for a reader by ear. */
  readonly label: string;
  readonly option: EChartsCoreOption;
  readonly heightPx: number;
}

/** As wide as a page's body. */
const widthPx = 665;
/** Points of a picture for each of the page's, so that it prints sharp. */
const pictureSharpness = 3;

/** A drawn figure, once the glyphs of its texts are here: lines on a page, a picture in a document. */
export function MemoFigure({ label, option, heightPx }: MemoFigureProps) {
  const form = useContext(PaperFormContext);
  const host = useRef<HTMLDivElement>(null);
  const { isReady, fontFamily } = useChartFonts(figureType.fontFamily, option);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null || !isReady) return;
    const size = { width: widthPx, height: heightPx };
    const drawn = form === "pages" ? { renderer: "svg" as const, ...size } : { renderer: "canvas" as const, devicePixelRatio: pictureSharpness, ...size };
    const chart = init(element, { textStyle: { fontFamily } }, drawn);
    chart.setOption(option);
    chart.getZr().flush();
    return () => chart.dispose();
  }, [option, isReady, fontFamily, heightPx, form]);
  return (
    <figure className="memo-chart" aria-label={label}>
      <div ref={host} aria-hidden="true" style={{ width: widthPx, height: heightPx }} />
    </figure>
  );
}
