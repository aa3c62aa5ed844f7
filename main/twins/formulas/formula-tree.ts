/**
 * Formulas are written once, as a sheet writes them, but for references: `[key]` is the cell of a column in the same row
 * (`[key^]` the row above, `[key+]` the row below), `[a:b]` the cells of the row from a to b, `{Table.key}` all of a column,
 * `{Table.a:b}` all from a to b. All else, names of cells included, is the sheet's own language.
 */
export type FormulaNode =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "empty" }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "row"; readonly from: string; readonly to: string; readonly offset: number }
  | { readonly kind: "range"; readonly from: string; readonly to: string }
  | { readonly kind: "between"; readonly start: FormulaNode; readonly end: FormulaNode }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly FormulaNode[] }
  | { readonly kind: "binary"; readonly operator: Operator; readonly left: FormulaNode; readonly right: FormulaNode }
  | { readonly kind: "minus"; readonly operand: FormulaNode };

const operators = ["<=", ">=", "<>", "=", "<", ">", "+", "-", "*", "/", "^"] as const;
export type Operator = (typeof operators)[number];

/** A part of a formula's text. */
export interface FormulaToken {
  readonly kind: "row" | "range" | "number" | "empty" | "word" | "sign";
  readonly text: string;
}

const tokenForm = /\s*(?:(\[[^\]]+\])|(\{[^}]+\})|(\d+(?:\.\d+)?(?:E-?\d+)?)|("")|([A-Za-z_][A-Za-z0-9_.]*)|(<=|>=|<>|[=<>+\-*/^(),:]))/y;
const tokenKinds = ["row", "range", "number", "empty", "word", "sign"] as const;

export function tokensOf(formula: string): readonly FormulaToken[] {
  const tokens: FormulaToken[] = [];
  tokenForm.lastIndex = 0;
  while (tokenForm.lastIndex < formula.trimEnd().length) {
    const at = tokenForm.lastIndex;
    const parts = tokenForm.exec(formula)?.slice(1);
    const found = parts?.findIndex((part) => part !== undefined) ?? -1;
    const [kind, text] = [tokenKinds[found], parts?.[found]];
    if (kind === undefined || text === undefined) throw new Error(`no formula at ${at}: ${formula}`);
    tokens.push({ kind, text });
  }
  return tokens;
}

/** How tightly operators bind; a sign binds tighter than all, as in a sheet. */
const binding: Readonly<Record<Operator, number>> = { "=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "+": 2, "-": 2, "*": 3, "/": 3, "^": 4 };
const isOperator = (text: string | undefined): text is Operator => operators.some((operator) => operator === text);

class Parser {
  #at = 0;
  readonly #tokens: readonly FormulaToken[];
  readonly #formula: string;

  constructor(formula: string) {
    this.#formula = formula;
    this.#tokens = tokensOf(formula);
  }

  whole(): FormulaNode {
    const node = this.#expression(0);
    if (this.#at < this.#tokens.length) this.#fail();
    return node;
  }

  #fail(): never {
    throw new Error(`no formula at token ${this.#at}: ${this.#formula}`);
  }

  #next(): FormulaToken {
    const token = this.#tokens[this.#at];
    if (token === undefined) this.#fail();
    this.#at += 1;
    return token;
  }

  #takes(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" || token.text !== sign) return false;
    this.#at += 1;
    return true;
  }

  #expression(least: number): FormulaNode {
    let left = this.#operand();
    for (;;) {
      const operator = this.#tokens[this.#at]?.text;
      if (!isOperator(operator) || binding[operator] <= least) return left;
      this.#at += 1;
      left = { kind: "binary", operator, left, right: this.#expression(binding[operator]) };
    }
  }

  #operand(): FormulaNode {
    const { kind, text } = this.#next();
    if (kind === "number") return { kind: "number", value: Number(text) };
    if (kind === "empty") return { kind: "empty" };
    if (kind === "row") return rowOf(text);
    if (kind === "range") return rangeOf(text);
    if (kind === "word") return this.#takes("(") ? this.#reaching(this.#call(text)) : { kind: "name", name: text };
    if (text === "-") return { kind: "minus", operand: this.#operand() };
    if (text !== "(") this.#fail();
    const node = this.#expression(0);
    if (!this.#takes(")")) this.#fail();
    return node;
  }

  #call(name: string): FormulaNode {
    const args: FormulaNode[] = [];
    if (this.#takes(")")) return { kind: "call", name, args };
    do args.push(this.#expression(0));
    while (this.#takes(","));
    if (!this.#takes(")")) this.#fail();
    return { kind: "call", name, args };
  }

  /** INDEX(…):INDEX(…) is what lies between. */
  #reaching(start: FormulaNode): FormulaNode {
    return this.#takes(":") ? { kind: "between", start, end: this.#operand() } : start;
  }
}

export const formulaTree = (formula: string): FormulaNode => new Parser(formula).whole();

/** The parts of "[from:to^]". */
export function rowOf(text: string): Extract<FormulaNode, { kind: "row" }> {
  const inner = text.slice(1, -1);
  const offset = inner.endsWith("^") ? -1 : inner.endsWith("+") ? 1 : 0;
  const [from = "", to = from] = (offset === 0 ? inner : inner.slice(0, -1)).split(":");
  return { kind: "row", from, to, offset };
}

/** The parts of "{Table.from:to}". */
export function rangeOf(text: string): Extract<FormulaNode, { kind: "range" }> {
  const [from = "", to] = text.slice(1, -1).split(":");
  const table = from.slice(0, from.indexOf(".") + 1);
  return { kind: "range", from, to: to === undefined ? from : `${table}${to}` };
}
