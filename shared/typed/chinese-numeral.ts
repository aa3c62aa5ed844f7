/** Digits as they are said and as they are written on bills. */
const digitLetters: readonly string[] = ["零〇", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"];
const digitOf: ReadonlyMap<string, number> = new Map(digitLetters.flatMap((letters, digit) => Array.from(letters, (letter) => [letter, digit] as const)));
const placeOf: ReadonlyMap<string, number> = new Map(
  Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }).map(([letter, place]) => [letter, place] as const),
);

const digit = "零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖";
const numeralRun = new RegExp(`[${digit}十拾百佰千仟万萬亿億点]+`);
const startsAsNumeral = new RegExp(`^[${digit}十拾]`);
const decimal = new RegExp(`^([^点万亿]+)点([${digit}]+)(万|亿|万亿)?$`);

/**
 * The text with its first Chinese numeral in Arabic digits: "一千二百万元" becomes "1200万元". Null where the numeral has two
 * readings or none ("三万五", "一百二"); the text as it is where it has no such numeral.
 */
export function withArabicDigits(text: string): string | null {
  const percent = /^([+-]|负)?百分之(.+)$/.exec(text);
  if (percent !== null) {
    const inner = withArabicDigits(percent[2] ?? "");
    return inner === null ? null : `${percent[1] ?? ""}${inner}%`;
  }
  const match = numeralRun.exec(text);
  if (match === null || !startsAsNumeral.test(match[0]) || /\d/.test(text.slice(0, match.index))) return text;
  const arabic = arabicOf(match[0].replaceAll("萬", "万").replaceAll("億", "亿"));
  return arabic === null ? null : `${text.slice(0, match.index)}${arabic}${text.slice(match.index + match[0].length)}`;
}

/** Arabic digits of a numeral; one that names 万 or 亿 keeps 万 as its magnitude. */
function arabicOf(numeral: string): string | null {
  const parts = decimal.exec(numeral);
  if (parts !== null) {
    const whole = belowTenThousand(parts[1] ?? "");
    return whole === null ? null : `${whole}.${Array.from(parts[2] ?? "", (letter) => digitOf.get(letter)).join("")}${parts[3] ?? ""}`;
  }
  if (!/[万亿]/.test(numeral)) return belowTenThousand(numeral)?.toString() ?? null;
  const value = wholeNumeral(numeral);
  if (value === null) return null;
  const rest = String(value % 10_000n).padStart(4, "0");
  return `${value / 10_000n}${rest === "0000" ? "" : `.${rest}`}万`;
}

/** A whole number by its parts before and after 亿, then 万. */
function wholeNumeral(numeral: string): bigint | null {
  for (const [letter, magnitude] of [["亿", 100_000_000n] as const, ["万", 10_000n] as const]) {
    const at = numeral.lastIndexOf(letter);
    if (at < 0) continue;
    const [before, after] = [numeral.slice(0, at), numeral.slice(at + 1)];
    const many = wholeNumeral(before);
    // A lone digit behind is a tenth of the magnitude to some and a unit to others.
    const rest = after === "" ? 0n : digitOf.has(after) ? null : wholeNumeral(after);
    return many === null || many === 0n || rest === null || rest >= magnitude ? null : many * magnitude + rest;
  }
  return belowTenThousand(numeral);
}

/** 1 to 9,999 and zero: places in falling order, and a last digit that has no place only behind 十 or 零. */
export function belowTenThousand(numeral: string): bigint | null {
  let sum = 0;
  let lastPlace = 10_000;
  let held: number | null = null;
  let isAfterZero = false;
  for (const letter of numeral) {
    const place = placeOf.get(letter);
    const value = digitOf.get(letter);
    if (place !== undefined) {
      const isBareTen = held === null && place === 10 && sum === 0 && !isAfterZero;
      if (place >= lastPlace || (held === null && !isBareTen)) return null;
      sum += (held ?? 1) * place;
      [lastPlace, held, isAfterZero] = [place, null, false];
    } else if (value === 0 && held === null && !isAfterZero) isAfterZero = true;
    else if (value !== undefined && value > 0 && held === null) held = value;
    else return null;
  }
  if (held === null) return isAfterZero && numeral.length > 1 ? null : BigInt(sum);
  return lastPlace === 10 || isAfterZero || sum === 0 ? BigInt(sum + held) : null;
}

const writtenDay = new RegExp(`^([${digit}]{4})年([${digit}十]{1,3})月([${digit}十]{1,3})([日号]?)$`);

/** "二〇二五年十一月十三日" with its numbers in Arabic digits; any other text as it is. */
export function dayInArabicDigits(text: string): string {
  const [matched, year = "", month = "", day = "", end = ""] = writtenDay.exec(text) ?? [];
  const [monthNumber, dayNumber] = [belowTenThousand(month), belowTenThousand(day)];
  if (matched === undefined || monthNumber === null || dayNumber === null) return text;
  return `${Array.from(year, (letter) => digitOf.get(letter)).join("")}年${monthNumber}月${dayNumber}${end}`;
}
