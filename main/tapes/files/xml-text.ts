import { readLimits } from "./read-limits.ts";
import { TapeError } from "./tape-error.ts";

/** Is told what stands in an XML part, in order. Names are without prefix. */
export interface XmlHandler {
  /** Whether text that follows is wanted; looked at before each piece. */
  readonly wantsText: boolean;
  open(name: string, attributes: string): void;
  /** May come in several pieces. */
  text(text: string): void;
  close(name: string): void;
}

/**
 * Reads the XML of one part as it arrives. Only what workbooks need: no document types, known entities only; a tag that
 * doesn't close what was opened is damage. Holds one tag at most.
 */
export class XmlText {
  readonly #handler: XmlHandler;
  readonly #part: string;
  readonly #open: string[] = [];
  #text = "";
  #hasRoot = false;

  constructor(handler: XmlHandler, part: string) {
    this.#handler = handler;
    this.#part = part;
  }

  push(piece: string): void {
    // Within a number they would be taken for nothing.
    if (forbidden.test(piece)) throw new TapeError("damagedWorkbook");
    const text = this.#text === "" ? piece : this.#text + piece;
    let at = 0;
    for (;;) {
      const start = text.indexOf("<", at);
      if (start < 0) {
        at += this.#takeText(text.slice(at), false);
        break;
      }
      if (start > at) this.#takeText(text.slice(at, start), true);
      const end = this.#readMarkup(text, start);
      if (end < 0) {
        at = start;
        break;
      }
      at = end;
    }
    if (text.length - at > readLimits.tagCharacters) throw new TapeError("tagTooLong", { entry: this.#part, limit: readLimits.tagCharacters });
    this.#text = at === 0 ? text : text.slice(at);
  }

  end(): void {
    if (this.#text.trim() !== "" || this.#open.length > 0 || !this.#hasRoot) throw new TapeError("damagedWorkbook");
  }

  /** Hands on text and answers how much of it; an entity that isn't whole waits. */
  #takeText(text: string, isWhole: boolean): number {
    if (text === "") return 0;
    if (this.#open.length === 0) {
      if (/[^\s\ufeff]/.test(text)) throw new TapeError("damagedWorkbook");
      return text.length;
    }
    if (!this.#handler.wantsText) return text.length;
    const cut = isWhole ? -1 : text.lastIndexOf("&");
    const taken = cut >= 0 && text.length - cut < 12 ? text.slice(0, cut) : text;
    this.#handler.text(taken.includes("&") ? decodeEntities(taken) : taken);
    return taken.length;
  }

  /** Reads what begins with "<" and answers where it ends, -1 where its end hasn't arrived. */
  #readMarkup(text: string, start: number): number {
    const sign = text.charCodeAt(start + 1);
    if (Number.isNaN(sign)) return -1;
    if (sign === questionMark) return after(text, "?>", start);
    if (sign === exclamationMark) return this.#readSpecial(text, start);
    const end = tagEnd(text, start + 1);
    if (end < 0) return -1;
    if (sign === slash) this.#closeTag(text.slice(start + 2, end).trimEnd());
    else this.#openTag(text, start + 1, end);
    return end + 1;
  }

  #readSpecial(text: string, start: number): number {
    if (text.length - start < 9) return -1;
    if (text.startsWith("<!--", start)) return after(text, "-->", start + 4);
    if (!text.startsWith("<![CDATA[", start)) throw new TapeError("doctype", { entry: this.#part });
    const end = after(text, "]]>", start + 9);
    if (end >= 0 && this.#handler.wantsText) this.#handler.text(text.slice(start + 9, end - 3));
    return end;
  }

  #openTag(text: string, from: number, end: number): void {
    const isEmpty = text.charCodeAt(end - 1) === slash;
    const last = isEmpty ? end - 1 : end;
    const nameEnd = endOfName(text, from, last);
    const name = text.slice(from, nameEnd);
    if (name === "" || (this.#open.length === 0 && this.#hasRoot)) throw new TapeError("damagedWorkbook");
    this.#hasRoot = true;
    const local = localName(name);
    this.#handler.open(local, text.slice(nameEnd, last));
    if (isEmpty) this.#handler.close(local);
    else if (this.#open.push(name) > readLimits.nesting) throw new TapeError("nestedTooDeep", { entry: this.#part, limit: readLimits.nesting });
  }

  #closeTag(name: string): void {
    if (this.#open.pop() !== name) throw new TapeError("damagedWorkbook");
    this.#handler.close(localName(name));
  }
}

/** Signs that XML has no place for. */
const forbidden = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/u;
const questionMark = 63;
const exclamationMark = 33;
const slash = 47;
const greater = 62;
const doubleMark = 34;
const singleMark = 39;

function after(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? -1 : found + sign.length;
}

/** The ">" of a tag; one within an attribute's quotation marks isn't it. */
function tagEnd(text: string, from: number): number {
  let mark = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (mark !== 0) {
      if (code === mark) mark = 0;
    } else if (code === greater) return at;
    else if (code === doubleMark || code === singleMark) mark = code;
  }
  return -1;
}

function endOfName(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) > 32) at += 1;
  return at;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole: string, hex, decimal, word) => {
    if (word !== undefined) return entities.get(String(word)) ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    const sign = point <= 0x10ffff ? String.fromCodePoint(point) : "\u0000";
    if (forbidden.test(sign)) throw new TapeError("damagedWorkbook");
    return sign;
  });
}

const attributePattern = /([^\s=]{1,60})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/g;

/** Attributes by their name, with its prefix. */
export function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(attributePattern)].map(([, name = "", double, single]) => [name, decodeEntities(double ?? single ?? "")]));
}

/** One attribute by its name, without entities; undefined where it isn't there. */
export function attributeOf(text: string, wanted: string): string | undefined {
  for (let at = 0; ; ) {
    const equals = text.indexOf("=", at);
    if (equals < 0) return undefined;
    const start = valueStart(text, equals);
    const end = valueEnd(text, start);
    if (text.slice(at, equals).trim() === wanted) return text.slice(start + 1, end);
    at = end + 1;
  }
}

/** The quotation mark that opens the value behind an equals sign. */
export function valueStart(text: string, equals: number): number {
  let start = equals + 1;
  while (isBlankAt(text, start)) start += 1;
  return start;
}

/** The mark that closes the value opened at a place; throws where there is none. */
export function valueEnd(text: string, start: number): number {
  const mark = text[start];
  const end = mark === '"' || mark === "'" ? text.indexOf(mark, start + 1) : -1;
  if (end < 0) throw new TapeError("damagedWorkbook");
  return end;
}

function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13);
}

/** Text as a spreadsheet stores it: a sign that XML can't hold stands as _x000D_. */
export function decodeSigns(text: string): string {
  return text.includes("_x") ? text.replaceAll(/_x([0-9a-f]{4})_/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}
