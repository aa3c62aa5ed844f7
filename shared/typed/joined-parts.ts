/** Powers of ten of the magnitudes that a sum said in several parts goes through. */
const powers: ReadonlyMap<string, number> = new Map(
  Object.entries({ 万亿: 12, 亿: 8, 億: 8, 千万: 7, 百万: 6, 万: 4, 萬: 4, 千: 3, 百: 2, 元: 0, 角: -1, 分: -2 }),
);
const part = /(\d[\d,]*(?:\.\d+)?)\s*(万亿|千万|百万|[亿億万萬千百元角分]|$)\s*/y;
const grouped = /^[1-9]\d{0,2}(?:,\d{3})+$/;

/**
 * A sum in several parts as one number of yuan: "1亿2000万" is 12000万, "12元5角" is 12.5元. Null where it has two readings
 * ("3万5") or its parts don't fall; the text as it is where there is one part only.
 */
export function withPartsJoined(text: string): string | null {
  if (!/\d\s*[亿億万萬千百元角分]\s*\d/.test(text)) return text;
  const start = text.search(/\d/);
  const parts: { readonly digits: string; readonly power: number }[] = [];
  part.lastIndex = start;
  let end = start;
  for (let match = part.exec(text); match !== null; match = part.exec(text)) {
    const [whole, digits = "", word = ""] = match;
    parts.push({ digits, power: word === "" ? Number.NaN : (powers.get(word) ?? Number.NaN) });
    end += whole.length;
    if (word === "") break;
  }
  const rest = text.slice(end);
  if (!/^(?:元|圆)?整?$/.test(rest.trim())) return text;
  const yuan = sumOf(parts);
  return yuan === null ? null : `${text.slice(0, start)}${yuan}元`;
}

function sumOf(parts: readonly { readonly digits: string; readonly power: number }[]): string | null {
  let fen = 0n;
  let above = 20;
  for (const [at, { digits, power }] of parts.entries()) {
    const isLast = at === parts.length - 1;
    const [whole = "", fraction = ""] = digits.split(".");
    if (whole.includes(",") && !grouped.test(whole)) return null;
    const plain = whole.replaceAll(",", "");
    // A last part without its magnitude is sure only where it fills all places below the one before it.
    const own = Number.isNaN(power) ? (plain.length === above ? 0 : null) : power;
    if (own === null || own >= above || plain.length + own > above) return null;
    if (fraction !== "" && (!isLast || fraction.length > own + 2)) return null;
    fen += BigInt(`${plain}${fraction}`) * 10n ** BigInt(own + 2 - fraction.length);
    above = own;
  }
  const text = String(fen).padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}
