/*
 * What most cells of a text list are, told from their UTF-8 bytes: each function knows one plain form and answers −1 for any
 * other, which its namesake for texts then reads (main/tapes/cells).
 */
const [zero, nine, point, dash, slash, underscore, letterA, letterZ] = [48, 57, 46, 45, 47, 95, 65, 90];
const other = -1;
/** Digits that a number holds exactly. */
const exactDigits = 15;
const fenPlaces = 2;
const [firstYear, lastYear] = [1900, 2199];

/** Whole fen of plain digits with at most one point, in a unit of so many powers of ten yuan; what would have to be rounded is another form. */
export function plainFen(bytes: Uint8Array, from: number, to: number, power: number): number {
  if (to - from > exactDigits) return other;
  let digits = 0;
  let places = -1;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= zero && byte <= nine) {
      digits = 10 * digits + byte - zero;
      if (places >= 0) places += 1;
    } else if (byte === point && places < 0 && at > from) places = 0;
    else return other;
  }
  const zeros = fenPlaces + power - Math.max(0, places);
  return from === to || zeros < 0 || to - from + zeros > exactDigits ? other : digits * 10 ** zeros;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const [ten, one] = [(bytes[at] ?? 0) - zero, (bytes[at + 1] ?? 0) - zero];
  return ten >= 0 && ten <= 9 && one >= 0 && one <= 9 ? 10 * ten + one : Number.NaN;
}

/** A day written YYYY-MM-DD, as the number YYYYMMDD. */
export function plainDay(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 10 || bytes[from + 4] !== dash || bytes[from + 7] !== dash) return other;
  const year = 100 * twoDigits(bytes, from) + twoDigits(bytes, from + 2);
  const [month, day] = [twoDigits(bytes, from + 5), twoDigits(bytes, from + 8)];
  // False for what is no number, too.
  if (!(year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1)) return other;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lastDay = month === 2 ? (isLeap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return day <= lastDay ? 10_000 * year + 100 * month + day : other;
}

/**
 * The longest run of letters of an identifier of digits, capital letters, "-", "_" and "/" with a digit that isn't zero: it
 * is seen as it stands and compares by itself.
 */
export function plainIdentifier(bytes: Uint8Array, from: number, to: number): number {
  let hasDigit = false;
  let [letters, longest] = [0, 0];
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= letterA && byte <= letterZ) {
      letters += 1;
      if (letters > longest) longest = letters;
      continue;
    }
    letters = 0;
    if (byte > zero && byte <= nine) hasDigit = true;
    else if (byte !== zero && byte !== dash && byte !== slash && byte !== underscore) return other;
  }
  return hasDigit ? longest : other;
}

/** Signs of a name that says nothing but a name and compares by itself: at least seven Han, digits and capital letters, with a Han at the end. */
export function plainName(bytes: Uint8Array, from: number, to: number): number {
  let signs = 0;
  let isHan = false;
  for (let at = from; at < to; signs += 1) {
    const byte = bytes[at] ?? 0;
    isHan = byte >= 0xe4;
    if (isHan) {
      const second = bytes[at + 1] ?? 0;
      // From 丁 to the end of the block: 一 may stand for a dash.
      if (byte > 0xe9 || (byte === 0xe4 && (second < 0xb8 || (second === 0xb8 && bytes[at + 2] === 0x80)))) return other;
      at += 3;
    } else if ((byte >= zero && byte <= nine) || (byte >= letterA && byte <= letterZ)) at += 1;
    else return other;
  }
  return isHan && signs >= 7 ? signs : other;
}
