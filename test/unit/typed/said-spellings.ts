import fc from "fast-check";

/*
 * Sums as they are said: in Chinese numerals, and in several parts. Written from a value that is known first, by the rule of
 * the school book, so that nothing here leans on the reader.
 */
interface SaidSum {
  readonly text: string;
  readonly yuan: bigint;
}

const places = ["", "十", "百", "千"] as const;
const plainDigits = "零一二三四五六七八九";
const billDigits = "零壹贰叁肆伍陆柒捌玖";
const billPlaces = ["", "拾", "佰", "仟"] as const;

/** 1 to 9,999 with 零 for what is skipped. */
function fourSaid(value: number, isBill: boolean): string {
  const digits = Array.from(String(value), Number);
  let text = "";
  let skipped = false;
  for (const [at, digit] of digits.entries()) {
    if (digit === 0) {
      skipped = text !== "";
      continue;
    }
    text += `${skipped ? "零" : ""}${(isBill ? billDigits : plainDigits)[digit]}${(isBill ? billPlaces : places)[digits.length - at - 1]}`;
    skipped = false;
  }
  return text;
}

/** Groups of four digits with 亿 and 万; a group that doesn't fill its places begins with 零. */
function said(value: bigint, isBill: boolean): string {
  if (value === 0n) return "零";
  const groups = [value / 100_000_000n, (value / 10_000n) % 10_000n, value % 10_000n].map(Number);
  let text = "";
  for (const [at, group] of groups.entries()) {
    if (group === 0) continue;
    const isSkipped = text !== "" && (group < 1000 || (at === 2 && groups[1] === 0));
    text += `${isSkipped ? "零" : ""}${fourSaid(group, isBill)}${["亿", "万", ""][at]}`;
  }
  return text;
}

const inParts = (value: bigint): string => {
  const parts = [value / 100_000_000n, (value / 10_000n) % 10_000n, value % 10_000n].map((part, at) => (part === 0n ? "" : `${part}${["亿", "万", "元"][at]}`));
  return parts.join("") || "0元";
};

/** Whole yuan below a trillion, small and round ones too. */
const sums = fc
  .tuple(
    fc.bigInt({ min: 0n, max: 9999n }),
    fc.constantFrom(1n, 10n, 100n, 1000n, 10_000n, 1_000_000n, 100_000_000n),
    fc.bigInt({ min: 0n, max: 9_999_999_999n }),
    fc.boolean(),
  )
  .map(([round, times, any, isRound]) => (isRound ? round * times : any));

export const saidSums: fc.Arbitrary<SaidSum> = fc
  .record({ yuan: sums, style: fc.constantFrom("plain", "bill", "parts"), tail: fc.constantFrom("元", "元整", " 元") })
  .map(({ yuan, style, tail }) => ({ text: style === "parts" ? inParts(yuan) : `${said(yuan, style === "bill")}${tail}`, yuan }));

/** Texts made of the same letters in any order. */
export const saidJunk: fc.Arbitrary<string> = fc.stringMatching(/^-?[零〇一二两三九十百千万亿点壹拾仟1 ]{1,10}(元|万|%|个月)?$/);
