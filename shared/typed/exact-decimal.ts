/** `digits` × 10^`exponent`, exactly. */
export interface ExactDecimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Most significant digits of a decimal that a float64 always gives back. */
const floatDigits = 15;

const plainDecimal = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

/** Takes digits with at most one point, a sign and an exponent; undefined for anything else. Trailing zeros don't count as digits. */
export function exactDecimal(text: string): ExactDecimal | undefined {
  const [matched, sign, whole = "", fraction = "", exponent = "0"] = plainDecimal.exec(text) ?? [];
  if (matched === undefined || `${whole}${fraction}` === "") return undefined;
  const written = `${whole}${fraction}`;
  const kept = written.replace(/0+$/, "");
  if (kept === "") return { digits: 0n, exponent: 0 };
  return { digits: BigInt(`${sign === "-" ? "-" : ""}${kept}`), exponent: Number(exponent) - fraction.length + written.length - kept.length };
}

/** The float64 that the decimal names; undefined where it has more digits than a float64 keeps. */
export function floatOf({ digits, exponent }: ExactDecimal): number | undefined {
  const significant = String(digits).replace(/^-/, "").replace(/0+$/, "").length;
  return significant > floatDigits ? undefined : Number(`${digits}e${exponent}`);
}

/** The whole number of 10^`exponent`s that the decimal is; undefined where it isn't one. */
export function wholeOf(decimal: ExactDecimal, exponent: number): bigint | undefined {
  const places = decimal.exponent - exponent;
  if (places >= 0) return decimal.digits * 10n ** BigInt(places);
  const step = 10n ** BigInt(-places);
  return decimal.digits % step === 0n ? decimal.digits / step : undefined;
}

/** All digits of a finite number × 10^`shift`, without an exponent: 0.07 shifted by 2 is "7". */
export function digitsOf(value: number, shift: number): string {
  const { digits, exponent } = exactDecimal(String(value)) ?? { digits: 0n, exponent: 0 };
  const places = exponent + shift;
  const sign = digits < 0n ? "-" : "";
  const written = String(digits).replace("-", "");
  if (places >= 0) return `${sign}${written}${digits === 0n ? "" : "0".repeat(places)}`;
  const padded = written.padStart(1 - places, "0");
  return `${sign}${padded.slice(0, places)}.${padded.slice(places)}`;
}
