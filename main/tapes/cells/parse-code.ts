import type { SecurityKind } from "../../../shared/domain/codes.ts";
import type { CodeField, FieldCode } from "../../../shared/domain/field-values.ts";
import type { RawCell } from "../files/raw-sheet.ts";
import { narrowText } from "../words/visible-text.ts";
import { displayCell, isMissingText, isUncached } from "./cell-text.ts";
import { fieldWords, type WordedField } from "./field-words.ts";

export type CodeResult<Code> = { readonly kind: "missing" } | { readonly kind: "code"; readonly code: Code } | { readonly kind: "unknown" };

type CodeParser<Code> = (cell: RawCell | undefined) => CodeResult<Code>;

/** What reads the codes of a field; what a cell states in other words than the dictionary's is unknown. */
export function codeParser<F extends CodeField>(field: F): CodeParser<FieldCode<F>> {
  // The dictionary has the codes of the field.
  return (field === "securityKind" ? parseSecurityKind : field === "seizure" ? seizureParser() : wordParser(field as WordedField)) as CodeParser<FieldCode<F>>;
}

/** Looks a cell up among the words of a field's codes, also without what may follow them. */
function wordParser(field: WordedField): CodeParser<string> {
  const { codes, suffix } = fieldWords[field];
  const index = new Map(Object.entries(codes).flatMap(([code, list]) => list.split(" ").map((word) => [word, code] as const)));
  return (cell) => {
    const word = codeWord(cell);
    if (word === null) return { kind: "missing" };
    const code = index.get(word) ?? (suffix === undefined ? undefined : index.get(word.replace(suffix, "")));
    return code === undefined ? { kind: "unknown" } : { kind: "code", code };
  };
}

/** 查封情况; "轮候第2顺位" is waiting. */
function seizureParser(): CodeParser<string> {
  const byWord = wordParser("seizure");
  return (cell) => {
    const text = codeText(cell);
    // An empty sign is a statement nobody made; 无 is one.
    if (text === "无") return { kind: "code", code: "none" };
    if (text !== null && /^(轮候|第[二三四五六七八九\d]+轮候)/.test(text)) return { kind: "code", code: "waiting" };
    return byWord(cell);
  };
}

const securityParts = /信用|保证|抵押|质押|抵质押/g;

/** 担保方式, also combined ("抵押+保证"). Whatever includes a pledge and another security is mixed. */
function parseSecurityKind(cell: RawCell | undefined): CodeResult<SecurityKind> {
  const text = codeText(cell);
  if (text === null || isMissingText(text)) return { kind: "missing" };
  if (/^(混合|组合|混合担保|组合担保|mixed)$/i.test(text)) return { kind: "code", code: "mixed" };
  const spelled = text.replaceAll("抵质押", "抵押质押");
  const parts = new Set(spelled.match(securityParts) ?? []);
  const rest = spelled.replaceAll(securityParts, "").replaceAll(/[+、,;/&和及与加\s]|类|担保|贷款|方式/g, "");
  if (parts.size === 0 || rest !== "") return { kind: "unknown" };
  if (parts.size > 1) parts.delete("信用");
  return { kind: "code", code: securityOf(parts) };
}

function securityOf(parts: ReadonlySet<string>): SecurityKind {
  if (parts.size === 1) {
    if (parts.has("信用")) return "unsecured";
    if (parts.has("保证")) return "guaranteed";
    return parts.has("抵押") ? "mortgaged" : "pledged";
  }
  return parts.size === 2 && parts.has("抵押") && parts.has("保证") ? "mortgagedAndGuaranteed" : "mixed";
}

const chineseDigits = "一二三四五六七八九";

/** 抵押顺位: "第一顺位", "第2顺位", "首位", "二押", "3". */
export function parseLienRank(cell: RawCell | undefined): CodeResult<number> {
  const text = codeText(cell);
  if (text === null || isMissingText(text)) return { kind: "missing" };
  if (/^首(顺位|位|押|次抵押)$/.test(text)) return { kind: "code", code: 1 };
  const match = /^第?([一二三四五六七八九]|[1-9]\d?)(顺位|顺序|位|押|抵|顺位抵押)?$/.exec(text);
  if (match?.[1] === undefined) return { kind: "unknown" };
  const chinese = chineseDigits.indexOf(match[1]);
  return { kind: "code", code: chinese >= 0 ? chinese + 1 : Number(match[1]) };
}

/** A cell's text as words of codes are compared; null where it states nothing. */
export function codeWord(cell: RawCell | undefined): string | null {
  const text = codeText(cell);
  return text === null || isMissingText(text) ? null : text.replaceAll(/[_-]/g, "").toLowerCase();
}

function codeText(cell: RawCell | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  if (isUncached(cell)) return "=?";
  return narrowText(displayCell(cell)).replaceAll(/\s/g, "");
}
