/** A node of a parsed file (ESTree), with whatever else it bears. */
export interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is SyntaxNode => typeof value === "object" && value !== null && "type" in value;

/** A node with where it hangs: its parent, and the parent's key for it. */
export interface Placed {
  readonly node: SyntaxNode;
  readonly parent: SyntaxNode | null;
  readonly key: string;
}

/** Every node of a program, parents first. */
export function* placedNodes(value: unknown, parent: SyntaxNode | null = null, key = ""): Generator<Placed> {
  if (Array.isArray(value)) for (const one of value) yield* placedNodes(one, parent, key);
  if (!isNode(value)) return;
  yield { node: value, parent, key };
  for (const [name, child] of Object.entries(value)) yield* placedNodes(child, value, name);
}

export function* nodesOf(value: unknown): Generator<SyntaxNode> {
  for (const { node } of placedNodes(value)) yield node;
}

/** The text of a string literal; null for anything else, a template too. */
export const plainString = (node: unknown): string | null => (isNode(node) && typeof node["value"] === "string" ? node["value"] : null);

/** `import.meta.url` and its like: the member's name. */
export function metaMember(node: unknown): string | null {
  if (!isNode(node) || node.type !== "MemberExpression" || node["computed"] === true) return null;
  const { object, property } = node as SyntaxNode & { readonly object: unknown; readonly property: SyntaxNode };
  return isNode(object) && object.type === "MetaProperty" ? String(property["name"]) : null;
}

/** What `new URL(…, import.meta.url)` may name, each a plain string; null for another node, and in the list for what is no plain string. */
export function moduleUrls(node: SyntaxNode): (string | null)[] | null {
  const [address, base] = (node["arguments"] ?? []) as SyntaxNode[];
  const callee = node["callee"];
  if (node.type !== "NewExpression" || !isNode(callee) || callee["name"] !== "URL" || metaMember(base) !== "url") return null;
  return address?.type === "ConditionalExpression" ? [plainString(address["consequent"]), plainString(address["alternate"])] : [plainString(address)];
}
