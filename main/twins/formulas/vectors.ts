import { areaOf, type CellArea, eachCell, type InRow, type Scalar } from "./areas.ts";
import type { FormulaScope } from "./column-cells.ts";
import type { FormulaNode, Operator } from "./formula-tree.ts";

/** Two numbers in one; comparisons are 1 or 0. A sheet's 0^0 is an error. */
export const combine: Readonly<Record<Operator, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => (right === 0 ? Number.NaN : left / right),
  "^": (left, right) => (left === 0 && right === 0 ? Number.NaN : left ** right),
  "=": (left, right) => Number(left === right),
  "<>": (left, right) => Number(left !== right),
  "<": (left, right) => Number(left < right),
  ">": (left, right) => Number(left > right),
  "<=": (left, right) => Number(left <= right),
  ">=": (left, right) => Number(left >= right),
};

type Vector = Float64Array | number;

function listOf(area: CellArea): Float64Array {
  const list = new Float64Array(area.columns.length * (area.to - area.from));
  let at = 0;
  // An empty cell counts as nothing here.
  eachCell(area, (value) => {
    list[at++] = Number.isNaN(value) ? 0 : value;
  });
  return list;
}

function joined(left: Vector, right: Vector, join: (left: number, right: number) => number): Vector {
  if (typeof left === "number" && typeof right === "number") return join(left, right);
  const length = typeof left === "number" ? (right as Float64Array).length : left.length;
  if (typeof left !== "number" && typeof right !== "number" && left.length !== right.length) throw new Error("lists of different length");
  const list = new Float64Array(length);
  for (let at = 0; at < length; at++) list[at] = join(typeof left === "number" ? left : (left[at] ?? 0), typeof right === "number" ? right : (right[at] ?? 0));
  return list;
}

function vectorOf(node: FormulaNode, scope: FormulaScope, scalar: (node: FormulaNode) => Scalar): InRow<Vector> {
  if (node.kind === "binary") {
    const [left, right] = [vectorOf(node.left, scope, scalar), vectorOf(node.right, scope, scalar)];
    const join = combine[node.operator];
    return (row) => joined(left(row), right(row), join);
  }
  if (node.kind === "minus") {
    const operand = vectorOf(node.operand, scope, scalar);
    return (row) => joined(-1, operand(row), combine["*"]);
  }
  const isCell = node.kind === "row" && node.from === node.to;
  const area = isCell ? null : areaOf(node, scope, scalar);
  if (area === null) return scalar(node);
  if (node.kind !== "range") return (row) => listOf(area(row));
  // A whole column is turned into a list once a formula is asked for a row: it may have changed since the last.
  return (row) => listOf(area(row));
}

/** Σ of the products of lists, place by place. */
export function sumOfProductsOf(args: readonly FormulaNode[], scope: FormulaScope, scalar: (node: FormulaNode) => Scalar): Scalar {
  const vectors = args.map((arg) => vectorOf(arg, scope, scalar));
  return (row) => {
    let product: Vector = 1;
    for (const vector of vectors) product = joined(product, vector(row), combine["*"]);
    if (typeof product === "number") return product;
    let sum = 0;
    for (const part of product) sum += part;
    return sum;
  };
}
