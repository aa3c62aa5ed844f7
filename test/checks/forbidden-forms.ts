import { parseSync } from "vite";
import { isNode, metaMember, moduleUrls, type Placed, placedNodes, plainString, type SyntaxNode } from "./syntax-tree.ts";

/*
 * What would go round the table of rooms, or bring the clock or chance to the engine: forms of the language that the linter
 * doesn't know, or that a comment would switch off. The linter isn't asked here.
 */

/** The only rules of the linter that a comment may switch off. */
const rulesToSwitchOff = ["react-hooks/exhaustive-deps", "no-loss-of-precision"];
/** Other ways to a module than an import. */
const loaders = ["require", "createRequire", "getBuiltinModule", "importScripts", "dlopen"];
const loaderPackages = ["module", "vm", "child_process", "inspector", "repl"].flatMap((name) => [name, `node:${name}`]);
const metaMembers = ["url", "dirname"];
/** Where clock, chance and code from text come from; the engine and shared are given what they need. */
const ambient = new Set(
  "globalThis global window self frames process Date Intl Temporal performance crypto eval Function setTimeout setInterval setImmediate".split(" "),
);
/** Who may hold an end of Electron's channel. */
const channelEnds: Readonly<Record<string, readonly string[]>> = { "main/ipc/ipc-binding.ts": ["ipcMain"], "main/preload/preload.ts": ["ipcRenderer"] };

/** What is refused in a file, in words that name the form. */
export function forbiddenForms(path: string, text: string): string[] {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) return [`cannot be read: ${errors[0]?.message}`];
  const placed = [...placedNodes(program)];
  const isPure = path.startsWith("main/engine/") || path.startsWith("shared/");
  return [
    ...comments.flatMap(({ value }) => commentFault(value)),
    ...placed.flatMap((one) => [...loaderFaults(one), ...electronFaults(one, path), ...(isPure ? ambientFaults(one, path) : [])]),
    ...(path.endsWith(".as.ts") ? [] : handedOn(placed)),
  ];
}

function commentFault(text: string): string[] {
  if (/^\/\s*<(reference|amd)/.test(text)) return ["a reference by comment"];
  if (/@ts-(ignore|nocheck|expect-error)/.test(text)) return ["a check of types switched off"];
  const disabled = /\b(?:oxlint|eslint)-(?:disable(?:-next-line|-line)?|enable)\b(.*)/s.exec(text)?.[1]?.split("--")[0];
  if (disabled === undefined) return /^\s*(?:eslint|oxlint)\s+\S+\s*:/.test(text) ? ["a rule set by comment"] : [];
  const rules = disabled.split(",").map((rule) => rule.trim());
  return rules.every((rule) => rulesToSwitchOff.includes(rule)) ? [] : [`a rule switched off: ${disabled.trim() || "all"}`];
}

function loaderFaults({ node, parent, key }: Placed): string[] {
  const name = node.type === "Identifier" ? String(node["name"]) : isComputedKey({ node, parent, key }) ? plainString(node) : null;
  if (name !== null && loaders.includes(name)) return [`${name}`];
  if (loaderPackages.includes(plainString(node) ?? "") && key === "source") return [`import of ${plainString(node)}`];
  if (isNode(node["callee"]) && node["callee"]["name"] === "Function") return ["code from a text"];
  if (node.type === "TSImportEqualsDeclaration") return ["import ="];
  if (node.type === "ImportExpression" && plainString(node["source"]) === null) return ["import() of what is no plain string"];
  if (node.type === "MetaProperty" && node["meta"] !== undefined && isImportMeta(node) && !metaMembers.includes(metaMember(parent) ?? "")) {
    return ["import.meta but for url and dirname"];
  }
  if (moduleUrls(node)?.includes(null)) return ["a file's URL of what is no plain string"];
  return node.type === "NewExpression" && isLooseWorker(node) ? ["a worker that is named by a text"] : [];
}

const isComputedKey = ({ parent, key }: Placed) => key === "property" && parent?.["computed"] === true;
const isImportMeta = (node: SyntaxNode) => isNode(node["meta"]) && node["meta"]["name"] === "import";

/** A worker takes a URL of a file, or a name to which one was given. */
function isLooseWorker(node: SyntaxNode): boolean {
  const [file] = node["arguments"] as SyntaxNode[];
  const isWorker = isNode(node["callee"]) && /^(Shared)?Worker$/.test(String(node["callee"]["name"]));
  return isWorker && file?.type !== "Identifier" && !(file !== undefined && moduleUrls(file) !== null);
}

function electronFaults({ node, key }: Placed, path: string): string[] {
  if (key === "property" && (node["name"] === "ipc" || plainString(node) === "ipc")) return ["a channel of one window"];
  if (plainString(node["source"]) !== "electron") return [];
  if (node.type !== "ImportDeclaration") return ["electron otherwise than by an import of its names"];
  return (node["specifiers"] as SyntaxNode[]).flatMap((specifier) => {
    if (specifier.type !== "ImportSpecifier") return ["electron as a whole"];
    const name = isNode(specifier["imported"]) ? String(specifier["imported"]["name"] ?? specifier["imported"]["value"]) : "";
    if (name === "default") return ["electron as a whole"];
    if (name === "utilityProcess") return ["another process"];
    return name.startsWith("ipc") && channelEnds[path]?.includes(name) !== true ? [`a second ${name}`] : [];
  });
}

function ambientFaults({ node, parent, key }: Placed, path: string): string[] {
  if (key === "property" && (node["name"] === "constructor" || plainString(node) === "constructor")) return ["code by .constructor"];
  if (node.type !== "Identifier" || isMereName({ node, parent, key })) return [];
  const name = String(node["name"]);
  if (name === "Math" && !isPlainMember(parent, key)) return ["Math otherwise than as Math.name"];
  if (name === "Math" && isNode(parent?.["property"]) && parent["property"]["name"] === "random") return ["Math.random"];
  if (name === "Date" && path.startsWith("shared/") && isDateOfMoment(parent, key)) return [];
  return ambient.has(name) ? [name] : [];
}

/** A property's name, or a type. */
function isMereName({ parent, key }: Placed): boolean {
  if (parent === null || parent.type === "TSTypeReference" || parent.type === "TSQualifiedName") return true;
  return (key === "property" || (key === "key" && parent["shorthand"] !== true)) && parent["computed"] !== true;
}

const isPlainMember = (parent: SyntaxNode | null, key: string) => parent?.type === "MemberExpression" && key === "object" && parent["computed"] !== true;

/** `new Date(moment)` reads no clock. */
function isDateOfMoment(parent: SyntaxNode | null, key: string): boolean {
  const [moment] = (parent?.["arguments"] ?? []) as SyntaxNode[];
  return parent?.type === "NewExpression" && key === "callee" && moment !== undefined && moment.type !== "SpreadElement";
}

/** What a file gives that another has: it would open a closed room. */
function handedOn(placed: readonly Placed[]): string[] {
  const imported = new Set(placed.flatMap(({ node }) => (isNode(node["local"]) && /^Import.*Specifier$/.test(node.type) ? [node["local"]["name"]] : [])));
  return placed.flatMap(({ node }) => {
    if (node.type === "ExportAllDeclaration") return ["export *"];
    if (node.type !== "ExportNamedDeclaration") return [];
    if (isNode(node["source"])) return ["export from another file"];
    const names = (node["specifiers"] as SyntaxNode[]).map(({ local }) => (isNode(local) ? local["name"] : undefined));
    return names.some((name) => imported.has(name)) ? ["export of an imported name"] : [];
  });
}
