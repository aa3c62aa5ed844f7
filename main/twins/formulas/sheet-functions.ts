import { areaOf, type CellArea, cellIn, eachCell, type InRow, numbersIn, type Scalar } from "./areas.ts";
import type { FormulaScope } from "./column-cells.ts";
import { dayOfMonth, monthEnd, sameDay } from "./day-serial.ts";
import type { FormulaNode } from "./formula-tree.ts";
import { sheetIrr } from "./sheet-irr.ts";

type Inner = (node: FormulaNode) => Scalar;
type MakeFunction = (args: readonly FormulaNode[], scope: FormulaScope, inner: Inner) => Scalar;

function argument(args: readonly FormulaNode[], place: number): FormulaNode {
  const arg = args[place];
  if (arg === undefined) throw new Error(`argument ${place + 1} is missing`);
  return arg;
}

/** A function of plain numbers. */
const ofNumbers =
  (work: (...numbers: number[]) => number): MakeFunction =>
  (args, _scope, inner) => {
    const numbers = args.map(inner);
    const [one, other] = numbers;
    if (one !== undefined && other === undefined) return (row) => work(one(row));
    if (numbers.length === 2 && one !== undefined && other !== undefined) return (row) => work(one(row), other(row));
    return (row) => work(...numbers.map((number) => number(row)));
  };

const isSingle = (node: FormulaNode): boolean => node.kind !== "range" && node.kind !== "between" && (node.kind !== "row" || node.from === node.to);

/** A function of any numbers and areas, cell by cell; empty cells of areas don't count. */
const overCells =
  (start: number, join: (sum: number, value: number) => number): MakeFunction =>
  (args, scope, inner) => {
    const [one, other] = args;
    if (args.length === 2 && one !== undefined && other !== undefined && isSingle(one) && isSingle(other)) {
      const [left, right] = [inner(one), inner(other)];
      return (row) => join(join(start, left(row)), right(row));
    }
    const parts = args.map((arg): InRow<CellArea> | { readonly single: Scalar } =>
      isSingle(arg) ? { single: inner(arg) } : (areaOf(arg, scope, inner) ?? { single: inner(arg) }),
    );
    return (row) => {
      let sum = start;
      for (const part of parts) {
        if (typeof part !== "function") sum = join(sum, part.single(row));
        else
          eachCell(part(row), (value) => {
            if (!Number.isNaN(value)) sum = join(sum, value);
          });
      }
      return sum;
    };
  };

function areaArgument(args: readonly FormulaNode[], place: number, scope: FormulaScope, inner: Inner): InRow<CellArea> {
  const area = areaOf(argument(args, place), scope, inner);
  if (area === null) throw new Error(`argument ${place + 1} is no area`);
  return area;
}

const choose: MakeFunction = (args, _scope, inner) => {
  const [test, then, otherwise] = [inner(argument(args, 0)), inner(argument(args, 1)), inner(argument(args, 2))];
  return (row) => (test(row) === 0 ? otherwise(row) : then(row));
};

const insteadOfError: MakeFunction = (args, _scope, inner) => {
  const [value, otherwise] = [inner(argument(args, 0)), inner(argument(args, 1))];
  return (row) => {
    const found = value(row);
    return Number.isNaN(found) ? otherwise(row) : found;
  };
};

/** Σ of a column where others equal given numbers. */
const sumIfs: MakeFunction = (args, scope, inner) => {
  const summed = areaArgument(args, 0, scope, inner);
  const tests = Array.from({ length: (args.length - 1) / 2 }, (_, at) => ({
    area: areaArgument(args, 1 + 2 * at, scope, inner),
    wanted: inner(argument(args, 2 + 2 * at)),
  }));
  const [test] = tests;
  const isWhole = test !== undefined && tests.length === 1 && argument(args, 0).kind === "range" && argument(args, 1).kind === "range";
  if (isWhole) return (row) => scope.sums.of(summed(row).columns[0] ?? noCells, test.area(row).columns[0] ?? noCells).get(test.wanted(row)) ?? 0;
  return (row) => {
    const { columns, from, to } = summed(row);
    const criteria = tests.map(({ area, wanted }) => ({ ...area(row), wanted: wanted(row) }));
    let sum = 0;
    for (let at = from; at < to; at++) {
      const isMeant = criteria.every((one) => cellIn(one.columns[0], one.from + at - from) === one.wanted);
      const part = isMeant ? cellIn(columns[0], at) : 0;
      if (!Number.isNaN(part)) sum += part;
    }
    return sum;
  };
};

const noCells = new Float64Array(0);

const nthSmallest: MakeFunction = (args, scope, inner) => {
  const [area, place] = [areaArgument(args, 0, scope, inner), inner(argument(args, 1))];
  return (row) => numbersIn(area(row)).sort((left, right) => left - right)[place(row) - 1] ?? Number.NaN;
};

/** The place of a number: the same (0), or the last that is not above it (1). */
const placeOfNumber: MakeFunction = (args, scope, inner) => {
  const [wanted, area, mode] = [inner(argument(args, 0)), areaArgument(args, 1, scope, inner), inner(argument(args, 2))];
  return (row) => {
    const [value, isExact] = [wanted(row), mode(row) === 0];
    let place = 0;
    let found = Number.NaN;
    eachCell(area(row), (cell) => {
      place += 1;
      if (isExact ? cell === value && Number.isNaN(found) : cell <= value) found = place;
    });
    return found;
  };
};

const rateOfReturn: MakeFunction = (args, scope, inner) => {
  const [flows, guess] = [areaArgument(args, 0, scope, inner), inner(argument(args, 1))];
  return (row) => sheetIrr(numbersIn(flows(row)), guess(row));
};

/** Away from zero, as a sheet rounds: what prints as a half is one. */
function rounded(value: number, digits = 0): number {
  const scale = 10 ** digits;
  return (Math.sign(value) * Math.floor(Number((Math.abs(value) * scale).toPrecision(15)) + 0.5)) / scale;
}

/**
 * The functions of the twin, but for INDEX and SUMPRODUCT. All of them are in Excel 2007 and later and in LibreOffice, none needs an
 * array formula.
 */
export const sheetFunctions: Readonly<Record<string, MakeFunction>> = {
  IF: choose,
  IFERROR: insteadOfError,
  AND: overCells(1, (sum, value) => Number(sum !== 0 && value !== 0)),
  OR: overCells(0, (sum, value) => Number(sum !== 0 || value !== 0)),
  NOT: ofNumbers((value = 0) => Number(value === 0)),
  SUM: overCells(0, (sum, value) => sum + value),
  MIN: overCells(Number.POSITIVE_INFINITY, Math.min),
  MAX: overCells(Number.NEGATIVE_INFINITY, Math.max),
  ABS: ofNumbers((value = 0) => Math.abs(value)),
  INT: ofNumbers((value = 0) => Math.floor(value)),
  MOD: ofNumbers((value = 0, by = 1) => value - by * Math.floor(value / by)),
  ROUND: ofNumbers(rounded),
  SUMIFS: sumIfs,
  SMALL: nthSmallest,
  MATCH: placeOfNumber,
  IRR: rateOfReturn,
  DAY: ofNumbers((day = 0) => dayOfMonth(day)),
  EDATE: ofNumbers((day = 0, months = 0) => sameDay(day, months)),
  EOMONTH: ofNumbers((day = 0, months = 0) => monthEnd(day, months)),
};

/** All functions that a formula of the twin may use. */
export const allowedFunctions: readonly string[] = [...Object.keys(sheetFunctions), "INDEX", "SUMPRODUCT"];
