const digits = "零壹贰叁肆伍陆柒捌玖";
const places = ["", "拾", "佰", "仟"];
const groups = ["", "万", "亿", "万亿"];

/** Four digits at the most; a gap within them is read once, as 零. */
function groupWords(group: number): string {
  let words = "";
  let isGap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      isGap = words !== "";
      continue;
    }
    words += `${isGap ? "零" : ""}${digits[digit]}${places[place]}`;
    isGap = false;
  }
  return words;
}

function wholeWords(yuan: number): string {
  const parts: number[] = [];
  for (let rest = yuan; rest > 0; rest = Math.floor(rest / 10_000)) parts.push(rest % 10_000);
  let words = "";
  for (const [at, group] of [...parts.entries()].toReversed()) {
    if (group === 0) continue;
    // A group that doesn't fill its four places follows a gap, as does one after a group of nothing.
    const followsGap = words !== "" && (group < 1000 || parts[at + 1] === 0);
    words += `${followsGap ? "零" : ""}${groupWords(group)}${groups[at]}`;
  }
  return words;
}

/** An amount as contracts write it (大写金额), from 0 to below ten quadrillion yuan: 人民币壹拾贰亿叁仟万元整, 人民币伍元零叁分. */
export function amountInWords(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError("an amount of whole fen, not below nothing");
  const yuan = Math.floor(fen / 100);
  const [jiao, cent] = [Math.floor((fen % 100) / 10), fen % 10];
  const whole = yuan === 0 ? "" : `${wholeWords(yuan)}元`;
  if (jiao === 0 && cent === 0) return `人民币${whole === "" ? "零元" : whole}整`;
  const tenth = jiao === 0 ? (whole === "" ? "" : "零") : `${digits[jiao]}角`;
  return `人民币${whole}${tenth}${cent === 0 ? "整" : `${digits[cent]}分`}`;
}
