import { type ShiftKey, shiftTable } from "../../../shared/domain/shifts.ts";
import { formatNumber, formatRate, formatStatedRate } from "../../../shared/format.ts";
import { fenPerUnit } from "../../../shared/money.ts";
import { captionBlock, flowBlock, type MemoBlock, noteBlock, sectionBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext } from "../blocks/memo-context.ts";
import { MemoFigure } from "../figures/MemoFigure.tsx";
import { tornadoFigureOption } from "../figures/tornado-figure-option.ts";

const barPx = 26;

/** A shift in its own unit, with its sign. */
export function shiftLine(driver: ShiftKey, shift: number): string {
  const sign = shift > 0 ? "+" : "";
  const { kind } = shiftTable[driver];
  if (kind === "months") return `${sign}${formatNumber(shift)}`;
  return kind === "points" ? `${sign}${formatNumber(shift * 100, 2)}` : `${sign}${formatStatedRate(shift)}`;
}

/** What moves the highest bid: one driver at a time, and two together. */
export function sensitivityBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words, price } = context;
  const text = words.value.sensitivity;
  const heading = sectionBlock("sensitivity-heading", text.heading);
  if (memo.analyses === null) return [heading, noteBlock("sensitivity-none", text.none)];
  const { tornado } = memo.analyses;
  const unit = fenPerUnit[memo.moneyUnit];
  const amount = (fen: number) => `${fen > 0 ? "+" : ""}${formatNumber(fen / unit, Math.abs(fen / unit) < 10 && fen !== 0 ? 2 : 0)}`;
  const option = tornadoFigureOption({ tornado, nameOf: (driver) => text.drivers[driver], low: text.low, high: text.high, amount });
  return [
    heading,
    captionBlock("tornado-caption", `${text.tornado} · ${fill(text.start, { bid: price(tornado.start.maxBidFen) })}`),
    flowBlock("tornado-chart", <MemoFigure label={text.tornadoLabel} option={option} heightPx={tornado.bars.length * barPx + 56} />),
    tableBlock(
      "tornado",
      [
        { label: text.driver, width: 26 },
        { label: text.low, width: 12, numeric: true },
        { label: text.atLow, width: 18, numeric: true },
        { label: text.high, width: 12, numeric: true },
        { label: text.atHigh, width: 18, numeric: true },
        { label: text.span, width: 14, numeric: true },
      ],
      tornado.bars.map(({ driver, low, high }) => ({
        cells: [
          text.drivers[driver],
          shiftLine(driver, low.shift),
          price(low.cell.maxBidFen),
          shiftLine(driver, high.shift),
          price(high.cell.maxBidFen),
          context.money(Math.abs(high.cell.maxBidFen - low.cell.maxBidFen)),
        ],
      })),
    ),
    ...gridBlocks(context),
  ];
}

function gridBlocks({ memo, words, price }: MemoContext): MemoBlock[] {
  const text = words.value.sensitivity;
  if (memo.analyses === null) return [];
  const { across, down, cells } = memo.analyses.grid;
  const { bidPriceFen } = memo.result;
  const cellOf = (row: number, column: number) => {
    const bid = cells[row * across.shifts.length + column]?.maxBidFen ?? null;
    if (bid === null) return "";
    const marks = [
      memo.isBidEntered && bid >= bidPriceFen ? "memo-cell-earns" : "",
      row === down.startIndex && column === across.startIndex ? "memo-cell-start" : "",
    ];
    return (
      <span key={column} className={marks.filter((mark) => mark !== "").join(" ")}>
        {price(bid)}
      </span>
    );
  };
  return [
    captionBlock("grid-caption", fill(text.grid, { across: text.drivers[across.driver], down: text.drivers[down.driver] })),
    tableBlock(
      "grid",
      [
        { label: text.drivers[down.driver], width: 16 },
        ...across.shifts.map((shift) => ({ label: shiftLine(across.driver, shift), width: 84 / across.shifts.length, numeric: true })),
      ],
      down.shifts.map((shift, row) => ({ cells: [shiftLine(down.driver, shift), ...across.shifts.map((_, column) => cellOf(row, column))] })),
    ),
    noteBlock("grid-note", memo.isBidEntered ? text.gridNote : text.gridNoteNoBid),
  ];
}

/** A share with as many decimals as it needs to be told from nothing. */
export const chanceText = (share: number): string => formatRate(share, share > 0 && share < 0.001 ? 3 : 2);
