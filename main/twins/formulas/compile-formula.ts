import { cellIn, indexOf, type Scalar } from "./areas.ts";
import type { FormulaScope } from "./column-cells.ts";
import { type FormulaNode, formulaTree } from "./formula-tree.ts";
import { sheetFunctions } from "./sheet-functions.ts";
import { combine, sumOfProductsOf } from "./vectors.ts";

/** Works a formula out in a row of its table, as a sheet would; NaN for an empty cell and for an error. */
export function compileFormula(formula: string, scope: FormulaScope): Scalar {
  return compiled(formulaTree(formula), scope);
}

function compiled(node: FormulaNode, scope: FormulaScope): Scalar {
  const inner = (one: FormulaNode): Scalar => compiled(one, scope);
  if (node.kind === "number") return constant(node.value);
  if (node.kind === "empty") return constant(Number.NaN);
  if (node.kind === "name") {
    const { column, row: at } = scope.name(node.name);
    const { values } = column;
    return () => cellIn(values, at);
  }
  if (node.kind === "row") {
    if (node.from !== node.to) throw new Error(`several cells where one is wanted: ${node.from}:${node.to}`);
    const { values } = scope.own(node.from);
    const { offset } = node;
    return (row) => cellIn(values, row + offset);
  }
  if (node.kind === "minus") {
    const operand = inner(node.operand);
    return (row) => -operand(row);
  }
  if (node.kind === "binary") return binary(node, inner);
  if (node.kind === "call") return called(node.name, node.args, scope, inner);
  throw new Error(`an area where a number is wanted: ${node.kind}`);
}

const constant =
  (value: number): Scalar =>
  () =>
    value;

function binary({ operator, left, right }: Extract<FormulaNode, { kind: "binary" }>, inner: (node: FormulaNode) => Scalar): Scalar {
  if (right.kind === "empty") return ifEmpty(operator, inner(left));
  const [one, other] = [inner(left), inner(right)];
  if (operator === "*") return (row) => one(row) * other(row);
  if (operator === "+") return (row) => one(row) + other(row);
  if (operator === "-") return (row) => one(row) - other(row);
  const join = combine[operator];
  return (row) => join(one(row), other(row));
}

/** x="" and x<>"". */
function ifEmpty(operator: string, of: Scalar): Scalar {
  if (operator !== "=" && operator !== "<>") throw new Error(`empty text after ${operator}`);
  return (row) => Number(Number.isNaN(of(row)) === (operator === "="));
}

function called(name: string, args: readonly FormulaNode[], scope: FormulaScope, inner: (node: FormulaNode) => Scalar): Scalar {
  if (name === "INDEX") return indexOf(args, scope, inner);
  if (name === "SUMPRODUCT") return sumOfProductsOf(args, scope, inner);
  const make = sheetFunctions[name];
  if (make === undefined) throw new Error(`no function ${name}`);
  return make(args, scope, inner);
}
