import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";
import { isNode, nodesOf, type SyntaxNode } from "../../checks/syntax-tree.ts";

/*
 * A window test names what it means: a locator that also fits something else finds whichever is drawn first, and a wait
 * of fixed length is too short on a busy machine. What this finds would pass most of the time.
 */

const folder = resolve(import.meta.dirname, "../../e2e");

const nameOf = (node: unknown): unknown => (isNode(node) ? (node["name"] ?? node["value"]) : undefined);
const propertiesOf = (node: unknown): readonly SyntaxNode[] => (isNode(node) && node.type === "ObjectExpression" ? (node["properties"] as SyntaxNode[]) : []);
const propertyOf = (node: unknown, name: string): unknown => propertiesOf(node).find(({ key }) => nameOf(key) === name)?.["value"];

/** A pattern that fits the whole text and no longer one: `/^…$/`, `new RegExp` of such a text, or the name of one. */
function isWholePattern(node: unknown, patterns: ReadonlySet<unknown>): boolean {
  if (!isNode(node)) return false;
  if (node.type === "Identifier") return patterns.has(nameOf(node));
  const regex = node["regex"] as { readonly pattern: string } | undefined;
  if (regex !== undefined) return regex.pattern.startsWith("^") && regex.pattern.endsWith("$");
  if (node.type !== "NewExpression" || nameOf(node["callee"]) !== "RegExp") return false;
  const [pattern] = node["arguments"] as SyntaxNode[];
  const quasis = (pattern?.["quasis"] ?? []) as { readonly value: { readonly cooked: string } }[];
  return quasis.at(0)?.value.cooked.startsWith("^") === true && quasis.at(-1)?.value.cooked.endsWith("$") === true;
}

const textLocators = ["getByText", "getByLabel", "getByPlaceholder", "getByTitle", "getByAltText"];
const loosePlaces = ["first", "last", "nth"];
const looseCss = /:has-text|:text\b|text=|>>|:nth-|:first|:last/;

/** What is loose in one call of a locator, or nothing. */
function faultOf(call: SyntaxNode, patterns: ReadonlySet<unknown>): string | null {
  const callee = call["callee"];
  if (!isNode(callee)) return null;
  const method = String(nameOf(callee.type === "MemberExpression" ? callee["property"] : callee));
  const [what, options] = call["arguments"] as SyntaxNode[];
  if (callee.type === "MemberExpression" && loosePlaces.includes(method)) return `.${method}() takes what happens to stand there`;
  if (method === "waitForTimeout" || method === "delay") return `${method} waits a fixed time`;
  if (method === "poll") return "poll looks again and again; wait for a state that is seen";
  const isExact = nameOf(propertyOf(options, "exact")) === true;
  if (textLocators.includes(method) && !isExact && !isWholePattern(what, patterns)) return `${method} also finds longer texts`;
  const name = propertyOf(options, "name");
  if (method === "getByRole" && name !== undefined && !isExact && !isWholePattern(name, patterns)) return "getByRole also finds longer names";
  const text = propertyOf(what, "hasText") ?? propertyOf(options, "hasText");
  if (text !== undefined && !isWholePattern(text, patterns)) return "hasText also finds longer texts";
  if (method === "locator" && looseCss.test(String(nameOf(what)))) return "a selector by place or by a part of a text";
  return null;
}

/** A promise that only time settles. */
const isSleep = (node: SyntaxNode) =>
  node.type === "NewExpression" &&
  nameOf(node["callee"]) === "Promise" &&
  [...nodesOf(node["arguments"])].some((inner) => inner.type === "CallExpression" && nameOf(inner["callee"]) === "setTimeout");
const isTimers = (node: SyntaxNode) => node.type === "ImportDeclaration" && nameOf(node["source"]) === "node:timers/promises";

function faultsOf(source: string): string[] {
  const faults: string[] = [];
  const { program } = parseSync("window.test.ts", source);
  const declared = [...nodesOf(program)].filter(({ type }) => type === "VariableDeclarator");
  const patterns = new Set(declared.filter(({ init }) => isWholePattern(init, new Set())).map(({ id }) => nameOf(id)));
  for (const node of nodesOf(program)) {
    const fault = isSleep(node) || isTimers(node) ? "waits a fixed time" : node.type === "CallExpression" ? faultOf(node, patterns) : null;
    const line = source.slice(0, Number(node["start"])).split("\n").length;
    if (fault !== null) faults.push(`line ${line}: ${fault}`);
  }
  return faults;
}

describe("the window tests", () => {
  it.each(readdirSync(folder))("of %s name exactly what they mean, and wait for what is seen", (file) => {
    expect(faultsOf(readFileSync(resolve(folder, file), "utf8"))).toEqual([]);
  });
});

describe("the check", () => {
  it.each([
    `page.getByRole("button", { name: "Guarantors" })`,
    `page.getByRole("button", { name: text.guarantors, exact: false })`,
    `page.getByRole("option", { name: /房价下跌20%/ })`,
    `page.getByText("委员会稿 1")`,
    `page.getByText(/^Saved/)`,
    `page.getByLabel(words.court)`,
    `page.getByTestId("new-deal").first()`,
    `rows.nth(2)`,
    `buttons.last()`,
    `page.getByTestId("run").filter({ hasText: "Run" })`,
    `page.locator("button", { hasText: name })`,
    `page.locator("li:has-text('Run')")`,
    `page.locator("tr:nth-child(2)")`,
    `page.waitForTimeout(500)`,
    `new Promise((settle) => setTimeout(settle, 800))`,
    `import { setTimeout } from "node:timers/promises";`,
    `expect.poll(() => bid.textContent()).toBe("1")`,
  ])("refuses %s", (source) => expect(faultsOf(source)).toHaveLength(1));

  it.each([
    `page.getByRole("button", { name: "Guarantors", exact: true })`,
    `page.getByRole("dialog").getByRole("button", { name: word, exact: true })`,
    "page.getByText(new RegExp(`^${label} \\\\d+$`))",
    `page.getByText(/^Saved \\d+ pages$/)`,
    `page.getByTestId("new-deal").click()`,
    `page.locator('[data-testid="save-run"]:enabled').waitFor()`,
    "const said = /^Saved$/; page.getByText(said)",
    `lines.at(-1)`,
  ])("lets %s pass", (source) => expect(faultsOf(source)).toEqual([]));
});
