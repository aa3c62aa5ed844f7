import { builtInLook, type FormatLook, readNumberFormat } from "./number-format.ts";
import { readLimits } from "./read-limits.ts";
import { TapeError } from "./tape-error.ts";
import { attributesOf } from "./xml-text.ts";

const valueStyles: ReadonlySet<string> = new Set(["number-style", "currency-style", "percentage-style", "date-style", "time-style", "text-style"]);

interface CellStyle {
  readonly data: string | undefined;
  readonly parent: string | undefined;
}

/** The sign that a code has before one that it shows as it is. */
const literal = (text: string) => text.replaceAll(/./gsu, String.raw`\$&`);

/** Digits of a number style in the words of a format code. */
function digitsOf(attributes: ReadonlyMap<string, string>): string {
  const whole = Math.min(30, Number(attributes.get("min-integer-digits") ?? 0) || 0);
  const decimals = Math.min(30, Number(attributes.get("decimal-places") ?? 0) || 0);
  // Shown in thousands or millions.
  const factor = Number(attributes.get("display-factor") ?? 1) || 1;
  const scaled = ",".repeat(Math.max(0, Math.min(5, Math.round(Math.log10(factor) / 3))));
  return `${whole === 0 ? "#" : "0".repeat(whole)}${decimals === 0 ? "" : `.${"0".repeat(decimals)}`}${scaled}`;
}

/** Puts what stands within the digits at its place, counted from the last whole digit. */
function withEmbedded(digits: string, position: number, text: string): string {
  const point = digits.indexOf(".");
  const end = point < 0 ? digits.replace(/,+$/, "").length : point;
  const padded = digits.slice(0, end).padStart(Math.min(30, position) + 1, "0");
  const at = Math.max(0, padded.length - position);
  return `${padded.slice(0, at)}${literal(text)}${padded.slice(at)}${digits.slice(end)}`;
}

/** Gathers what a document says of the formats of its cells, and answers how a cell's style shows a number. */
export class DocumentStyles {
  readonly #codes = new Map<string, string>();
  readonly #sections = new Map<string, string[]>();
  readonly #dates = new Set<string>();
  readonly #cells = new Map<string, CellStyle>();
  readonly #hiddenTables = new Set<string>();
  readonly #looks = new Map<string, FormatLook | undefined>();
  #style = "";
  #table = "";
  #code = "";
  #embeddedAt: number | null = null;
  #text: "literal" | "currency" | "embedded" | null = null;

  get wantsText(): boolean {
    return this.#text !== null;
  }

  open(name: string, tag: string): void {
    if (valueStyles.has(name)) {
      this.#style = this.#named(tag);
      this.#code = "";
      if (name === "date-style") this.#dates.add(this.#style);
    } else if (name === "style") this.#openStyle(tag);
    else if (name === "table-properties" && this.#table !== "") {
      if (attributesOf(tag).get("table:display") === "false") this.#hiddenTables.add(this.#table);
    } else if (this.#style !== "") this.#openPart(name, tag);
  }

  #openPart(name: string, tag: string): void {
    if (name === "text") this.#text = "literal";
    else if (name === "currency-symbol") this.#text = "currency";
    else if (name === "embedded-text") {
      this.#embeddedAt = Number(localAttributes(tag).get("position") ?? 0) || 0;
      this.#text = "embedded";
    } else if (name === "number") this.#code += digitsOf(localAttributes(tag));
    else if (name === "scientific-number") this.#code += "0.00E+00";
    else if (name === "fraction") this.#code += "# ?/?";
    else if (name === "map") {
      const attributes = localAttributes(tag);
      const condition = /^value\(\)(<=|>=|!=|<|>|=)(-?[\d.]+)$/.exec(attributes.get("condition") ?? "");
      const other = attributes.get("apply-style-name");
      if (condition === null || other === undefined) return;
      const sign = condition[1] === "!=" ? "<>" : condition[1];
      this.#sections.set(this.#style, [...(this.#sections.get(this.#style) ?? []), `${sign}${condition[2]}\n${other}`]);
    }
  }

  text(text: string): void {
    if (this.#text === "currency") this.#code += `[$${text.replaceAll(/[[\]]/g, "")}]`;
    else if (this.#text === "embedded" && this.#embeddedAt !== null) this.#embed(text, this.#embeddedAt);
    else if (this.#text === "literal") this.#code += text === "%" ? "%" : literal(text);
  }

  /** The digits are the last that was written. */
  #embed(text: string, position: number): void {
    const digits = /[#0.,]+$/.exec(this.#code)?.[0] ?? "";
    this.#code = this.#code.slice(0, this.#code.length - digits.length) + withEmbedded(digits, position, text);
  }

  close(name: string): void {
    if (valueStyles.has(name)) {
      this.#codes.set(this.#style, this.#code);
      this.#style = "";
    } else if (name === "text" || name === "currency-symbol" || name === "embedded-text") this.#text = null;
    else if (name === "style") this.#table = "";
  }

  #named(tag: string): string {
    if (this.#codes.size + this.#cells.size > readLimits.items) throw new TapeError("tooManyItems", { entry: "styles.xml", limit: readLimits.items });
    return localAttributes(tag).get("name") ?? "";
  }

  #openStyle(tag: string): void {
    const attributes = localAttributes(tag);
    const name = this.#named(tag);
    const family = attributes.get("family");
    if (family === "table-cell") this.#cells.set(name, { data: attributes.get("data-style-name"), parent: attributes.get("parent-style-name") });
    this.#table = family === "table" ? name : "";
  }

  isHiddenTable(style: string | undefined): boolean {
    return style !== undefined && this.#hiddenTables.has(style);
  }

  /** How a cell of this style shows a number. */
  lookOf(style: string): FormatLook | undefined {
    if (!this.#looks.has(style)) this.#looks.set(style, this.#look(this.#dataOf(style)));
    return this.#looks.get(style);
  }

  #dataOf(style: string): string | undefined {
    let name: string | undefined = style;
    // A style that names itself as its parent would never end.
    for (let step = 0; name !== undefined && step < 32; step += 1) {
      const cell: CellStyle | undefined = this.#cells.get(name);
      if (cell?.data !== undefined) return cell.data;
      name = cell?.parent;
    }
    return undefined;
  }

  #look(data: string | undefined): FormatLook | undefined {
    if (data === undefined) return undefined;
    if (this.#dates.has(data)) {
      const date = builtInLook(14);
      return date === null ? undefined : () => date;
    }
    const sections = (this.#sections.get(data) ?? []).map((section) => {
      const [condition = "", other = ""] = section.split("\n");
      return `[${condition}]${this.#codes.get(other) ?? ""}`;
    });
    return readNumberFormat([...sections, this.#codes.get(data) ?? ""].join(";"));
  }
}

/** Attributes by their names without prefix. */
export function localAttributes(tag: string): ReadonlyMap<string, string> {
  return new Map([...attributesOf(tag)].map(([name, value]) => [name.slice(name.indexOf(":") + 1), value]));
}
