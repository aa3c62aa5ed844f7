import { parseArgs } from "node:util";
import { readHead, type TrailHead } from "../../shared/domain/audit.ts";
import { type DealKind, dealKinds, type Language, languages } from "../../shared/domain/codes.ts";
import {
  type DrawdownChoice,
  delimiterSigns,
  drawdownChoices,
  type SheetRole,
  sheetRoles,
  type TapeDelimiter,
  type TapeEncoding,
  tapeDelimiters,
} from "../../shared/domain/tape-mapping.ts";
import { type TapeUnit, tapeUnits } from "../../shared/domain/tape-units.ts";
import { readDay } from "../../shared/typed/typed-day.ts";
import { readMoney, readNumber } from "../../shared/typed/typed-number.ts";
import type { TypedResult } from "../../shared/typed/typed-result.ts";
import { CommandError } from "./command-error.ts";

const commands = ["price", "assumptions", "audit", "verify", "help"] as const;
const formats = ["table", "json"] as const;
const encodings = ["utf-8", "gb18030"] as const satisfies readonly TapeEncoding[];

/** Options with a value, and switches without one. */
const optionTypes = {
  assumptions: { type: "string" },
  cases: { type: "string" },
  hurdle: { type: "string" },
  bid: { type: "string" },
  unit: { type: "string" },
  "deal-kind": { type: "string" },
  "cut-off": { type: "string" },
  encoding: { type: "string" },
  delimiter: { type: "string" },
  role: { type: "string" },
  drawdowns: { type: "string" },
  out: { type: "string" },
  format: { type: "string" },
  lang: { type: "string" },
  simulate: { type: "string" },
  seed: { type: "string" },
  head: { type: "string" },
  file: { type: "string" },
  explain: { type: "boolean" },
  loans: { type: "boolean" },
  help: { type: "boolean" },
} as const;
type OptionName = keyof typeof optionTypes;

/** What a list is, as the call states it; `sheet` null: the only one of the file. */
export interface StatedRole {
  readonly sheet: string | null;
  readonly role: SheetRole;
}

export interface PriceOptions {
  readonly tapePath: string;
  readonly assumptionsPath: string | null;
  readonly casesPath: string | null;
  readonly hurdleRate: number | null;
  readonly bidPriceFen: number | null;
  readonly unit: TapeUnit | null;
  readonly dealKind: DealKind | null;
  readonly cutOffDate: string | null;
  readonly encoding: (typeof encodings)[number] | null;
  readonly delimiter: TapeDelimiter | null;
  readonly role: StatedRole | null;
  /** What several drawdowns under one contract are; null: the call doesn't say. */
  readonly drawdowns: DrawdownChoice | null;
  readonly outPath: string | null;
  readonly format: (typeof formats)[number];
  readonly listsLoans: boolean;
  readonly explains: boolean;
  /** Paths to simulate; null: no simulation. The seed null: that of the assumptions. */
  readonly simulatedPaths: number | null;
  readonly seed: number | null;
}

export type CommandCall =
  | { readonly command: "help" }
  | { readonly command: "assumptions"; readonly dealKind: DealKind | null; readonly outPath: string | null }
  /** `head`: what a paper says of the trail's last event; `filePath`: a file to be found among those that left the desk. */
  | { readonly command: "audit"; readonly deskPath: string; readonly head: TrailHead | null; readonly filePath: string | null }
  | { readonly command: "verify"; readonly dossierPath: string }
  | { readonly command: "price"; readonly options: PriceOptions };

const unitWords: Readonly<Record<string, TapeUnit>> = { 分: "fen", 元: "yuan", 千元: "qianYuan", 万元: "wanYuan", 百万元: "baiWanYuan", 亿元: "yiYuan" };
const delimiterOf = new Map<string, TapeDelimiter>(tapeDelimiters.map((delimiter) => [delimiterSigns[delimiter], delimiter]));

/** The language asked for in the arguments, null where there is none or it is none of ours; read before anything can be refused. */
export function languageAskedFor(argv: readonly string[]): Language | null {
  const at = argv.findLastIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  const text = argv[at]?.includes("=") ? argv[at]?.slice("--lang=".length) : argv[at + 1];
  return at < 0 ? null : (languages.find((language) => language === text) ?? null);
}

/** What the arguments ask for. Throws CommandError for anything that is not understood: nothing is guessed. */
export function readCall(argv: readonly string[]): CommandCall {
  const { values, positionals } = readOptions(argv);
  const [command = "help", ...rest] = positionals;
  if (values.has("help") || command === "help") return { command: "help" };
  if (!commands.some((name) => name === command)) throw new CommandError("unknownCommand", { command });
  const text = (name: OptionName): string | null => values.get(name) ?? null;
  pick("lang", text("lang"), languages);
  if (command === "assumptions") return { command: "assumptions", dealKind: pick("deal-kind", text("deal-kind"), dealKinds), outPath: text("out") };
  const [tapePath] = rest;
  if (command !== "price" && rest.length > 1) throw new CommandError("argumentsSeveral", { argument: rest[1] ?? "" });
  if (command === "audit") {
    if (tapePath === undefined) throw new CommandError("deskMissing");
    return { command, deskPath: tapePath, head: readHeadOption(text("head")), filePath: text("file") };
  }
  if (command === "verify") {
    if (tapePath === undefined) throw new CommandError("dossierMissing");
    return { command, dossierPath: tapePath };
  }
  if (tapePath === undefined) throw new CommandError("tapeMissing");
  if (rest.length > 1) throw new CommandError("tapesSeveral", { count: rest.length });
  return {
    command: "price",
    options: {
      tapePath,
      assumptionsPath: text("assumptions"),
      casesPath: text("cases"),
      hurdleRate: readRate(text("hurdle")),
      bidPriceFen: readBid(text("bid")),
      unit: readUnit(text("unit")),
      dealKind: pick("deal-kind", text("deal-kind"), dealKinds),
      cutOffDate: readCutOff(text("cut-off")),
      encoding: pick("encoding", text("encoding"), encodings),
      delimiter: readDelimiter(text("delimiter")),
      role: readRole(text("role")),
      drawdowns: pick("drawdowns", text("drawdowns"), drawdownChoices),
      outPath: text("out"),
      format: pick("format", text("format"), formats) ?? "table",
      listsLoans: values.has("loans"),
      explains: values.has("explain"),
      simulatedPaths: readWhole("simulate", text("simulate"), 200, 100_000),
      seed: readWhole("seed", text("seed"), 0, 4_294_967_295),
    },
  };
}

/** `parseArgs` names a wrong option only in an English sentence, so the tokens are read here. */
function readOptions(argv: readonly string[]): { values: Map<OptionName, string>; positionals: string[] } {
  const { tokens } = parseArgs({ args: [...argv], options: optionTypes, strict: false, allowPositionals: true, tokens: true });
  const values = new Map<OptionName, string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName: option, value } = token;
    if (!isOptionName(name)) throw new CommandError("unknownOption", { option });
    if (values.has(name)) throw new CommandError("optionTwice", { option });
    const takesValue = optionTypes[name].type === "string";
    // `--out --json` would otherwise write a file of that name.
    if (takesValue && (value === undefined || value === "" || (value.startsWith("--") && !token.inlineValue)))
      throw new CommandError("valueMissing", { option });
    if (!takesValue && value !== undefined) throw new CommandError("valueUnexpected", { option });
    values.set(name, value ?? "");
  }
  return { values, positionals };
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(optionTypes, name);
}

function pick<T extends string>(name: OptionName, text: string | null, list: readonly T[]): T | null {
  if (text === null) return null;
  const found = list.find((one) => one === text);
  if (found === undefined) throw new CommandError("badValue", { option: `--${name}`, value: text, allowed: list.join(" | ") });
  return found;
}

function readHeadOption(text: string | null): TrailHead | null {
  const head = text === null ? null : readHead(text);
  if (text !== null && head === null) throw new CommandError("badValue", { option: "--head", value: text, allowed: "1234-0f3a5b7c9d1e2f40" });
  return head;
}

function readUnit(text: string | null): TapeUnit | null {
  return text === null ? null : (unitWords[text] ?? pick("unit", text, tapeUnits));
}

function readDelimiter(text: string | null): TapeDelimiter | null {
  return text === null ? null : (delimiterOf.get(text) ?? pick("delimiter", text, tapeDelimiters));
}

/** `loans`, or `SHEET=loans` where a file has several lists. */
function readRole(text: string | null): StatedRole | null {
  if (text === null) return null;
  const at = text.lastIndexOf("=");
  const role = pick("role", text.slice(at + 1), sheetRoles);
  return role === null ? null : { sheet: at < 0 ? null : text.slice(0, at), role };
}

/** The value that the text stands for exactly; a refusal says why. */
function valueOf<Value, Code extends string>(option: string, text: string, allowed: string, read: TypedResult<Value, Code>): Value {
  if (read.kind === "exact") return read.value;
  const reason = read.kind === "refused" ? { reasonKey: `typed.${read.code}`, word: read.word } : {};
  throw new CommandError("badValue", { option, value: text, allowed, ...reason });
}

/** 0.12 or 12%. A bare number above 1 could be either. */
function readRate(text: string | null): number | null {
  if (text === null) return null;
  const allowed = "0.12 | 12%";
  const rate = valueOf("--hurdle", text, allowed, readNumber(text, "factor"));
  if (rate > 1 && !/[%％‰]/.test(text)) throw new CommandError("badValue", { option: "--hurdle", value: text, allowed, reasonKey: "command.percentSign" });
  return rate;
}

function readBid(text: string | null): number | null {
  if (text === null) return null;
  const allowed = "123456789.00 | 1.8亿 | 12,000万元";
  const fen = valueOf("--bid", text, allowed, readMoney(text, "yuan"));
  if (fen <= 0) throw new CommandError("badValue", { option: "--bid", value: text, allowed, reasonKey: "command.bidAboveZero" });
  return fen;
}

function readWhole(name: OptionName, text: string | null, least: number, most: number): number | null {
  if (text === null) return null;
  const [option, allowed] = [`--${name}`, `${least} … ${most}`];
  const number = valueOf(option, text, allowed, readNumber(text, "count"));
  if (!Number.isInteger(number) || number < least || number > most) throw new CommandError("badValue", { option, value: text, allowed });
  return number;
}

function readCutOff(text: string | null): string | null {
  return text === null ? null : valueOf("--cut-off", text, "YYYY-MM-DD", readDay(text));
}
