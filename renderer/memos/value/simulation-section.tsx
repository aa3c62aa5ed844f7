import type { FrozenSimulation } from "../../../shared/domain/frozen-analyses.ts";
import { percentiles, type RateSpread, rateEnds } from "../../../shared/domain/simulation-results.ts";
import { formatNumber, formatRate } from "../../../shared/format.ts";
import { fenPerUnit } from "../../../shared/money.ts";
import { captionBlock, factsBlock, flowBlock, type MemoBlock, type MemoRow, noteBlock, sectionBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { baseCase } from "../blocks/memo-cases.ts";
import { fill, type MemoContext } from "../blocks/memo-context.ts";
import { type HistogramMark, histogramFigureOption } from "../figures/histogram-figure-option.ts";
import { MemoFigure } from "../figures/MemoFigure.tsx";
import { chanceText } from "./sensitivity-section.tsx";

const chartPx = 210;

const rateText = (rate: number | null) => {
  if (rate === null) return formatRate(null);
  if (rate <= rateEnds.low) return `< ${formatRate(rateEnds.low, 0)}`;
  return rate >= rateEnds.high ? `> ${formatRate(rateEnds.high, 0)}` : formatRate(rate);
};

/** Between which percentiles of the rates of return the hurdle lies. */
function hurdlePlace(irr: RateSpread, hurdleRate: number, { words: { value } }: MemoContext): string {
  const text = value.simulation;
  const hurdle = formatRate(hurdleRate);
  const above = irr.percentiles.findIndex((rate) => rate > hurdleRate);
  if (above === 0) return fill(text.hurdleBelow, { hurdle });
  if (above < 0) return fill(text.hurdleAbove, { hurdle });
  return fill(text.hurdleIn, { hurdle, low: percentiles[above - 1] ?? 0, high: percentiles[above] ?? 100 });
}

function figureBlocks(simulation: FrozenSimulation, context: MemoContext): MemoBlock[] {
  const { memo, words, price } = context;
  const text = words.value.simulation;
  const { distribution, priceFen } = simulation;
  const { maxBidFen } = baseCase(memo.result);
  const unit = fenPerUnit[memo.moneyUnit];
  const marks: HistogramMark[] = [
    { letter: "A", fen: priceFen, dash: "solid" },
    { letter: "B", fen: maxBidFen, dash: "dashed" },
    { letter: "C", fen: distribution.bidAtConfidenceFen, dash: "dotted" },
  ];
  const amount = (fen: number) => formatNumber(fen / unit, Math.abs(fen / unit) < 10 && fen !== 0 ? 2 : 0);
  const option = histogramFigureOption({ histogram: distribution.histogram, marks, splitFen: priceFen, amount, count: (paths) => formatNumber(paths) });
  const said = [
    fill(text.markBid, { value: price(priceFen) }),
    fill(text.markBase, { value: price(maxBidFen) }),
    fill(text.markConfidence, { share: formatRate(distribution.confidence, 0), value: price(distribution.bidAtConfidenceFen) }),
  ];
  return [
    captionBlock("simulation-caption", fill(text.chart, { paths: formatNumber(distribution.paths) })),
    flowBlock("simulation-chart", <MemoFigure label={text.chartLabel} option={option} heightPx={chartPx} />),
    noteBlock("simulation-marks", said.join(" · ")),
    noteBlock("simulation-read", fill(text.read, { hurdle: formatRate(simulation.hurdleRate) })),
  ];
}

/** What the paths of the frozen simulation say, with its seed. */
export function simulationBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words, money } = context;
  const text = words.value.simulation;
  const heading = sectionBlock("simulation-heading", text.heading);
  const simulation = memo.analyses?.simulation ?? null;
  if (simulation === null) return [heading, noteBlock("simulation-none", text.none)];
  const { distribution, meanAgainstPlan } = simulation;
  const { irr, maxBid, presentValue } = distribution;
  const miss = fill(text.missValue, { share: chanceText(distribution.missProbability), error: chanceText(distribution.missError) });
  const rowOf = (label: string, bid: number | undefined, value: number | undefined, rate: number | null | undefined): MemoRow => ({
    cells: [label, money(bid === undefined ? null : Math.round(bid)), money(value === undefined ? null : Math.round(value)), rateText(rate ?? null)],
  });
  const rows: MemoRow[] = [
    ...percentiles.map((n, at) => rowOf(fill(text.percentile, { n }), maxBid.percentiles[at], presentValue.percentiles[at], irr?.percentiles[at])),
    rowOf(text.mean, maxBid.mean, presentValue.mean, irr?.mean),
    rowOf(text.shortfall, maxBid.expectedShortfall, presentValue.expectedShortfall, irr?.expectedShortfall),
  ];
  return [
    heading,
    ...figureBlocks(simulation, context),
    factsBlock("simulation-facts", [
      [fill(text.miss, { hurdle: formatRate(simulation.hurdleRate) }), miss],
      [text.losses, formatNumber(distribution.totalLosses)],
      [text.paths, formatNumber(distribution.paths)],
      [text.seed, String(simulation.seed)],
    ]),
    tableBlock(
      "simulation",
      [
        { label: text.measure, width: 31 },
        { label: text.maxBid, width: 23, numeric: true },
        { label: text.presentValue, width: 23, numeric: true },
        { label: text.irr, width: 23, numeric: true },
      ],
      rows,
    ),
    ...(irr === null ? [] : [noteBlock("simulation-hurdle", hurdlePlace(irr, simulation.hurdleRate, context))]),
    noteBlock(
      "simulation-plan",
      fill(text.plan, { difference: money(Math.round(meanAgainstPlan.differenceFen)), share: formatRate(meanAgainstPlan.differenceShare) }),
    ),
    noteBlock("simulation-hash", `${text.hash} ${simulation.pathsHash}`),
  ];
}
