import { belowTenThousand } from "./chinese-numeral.ts";
import { plainTyped } from "./plain-typed.ts";
import { refused, type TypedDay } from "./typed-result.ts";

const longestText = 32;
const clock = /^(\d{1,2})(?::(\d{2})(?::00)?|(\d{2}))?$/;
const spoken = /^(\d{1,2})\s?[点时](?:整|半|(\d{1,2})\s?分?)?$/;
const chineseNumber = /[〇零一二两三四五六七八九十]+/g;
const afternoon = /^(?:下午|晚上|傍晚)|p\.?m\.?$/;
const morning = /^(?:上午|早上|凌晨|中午)|a\.?m\.?$/;

/** HH:MM of a time of day typed in any usual spelling: 17:00, 1700, 17点半, 下午5点, 5 pm. A lone number is no time, and no hour is guessed. */
export function readTime(text: string): TypedDay {
  if (text.trim().length > longestText) return refused("notATime");
  const typed = plainTyped(text)?.toLowerCase();
  if (typed === undefined) return refused("notATime");
  if (typed === "") return { kind: "empty" };
  const [isAfternoon, isMorning] = [afternoon.test(typed), morning.test(typed)];
  const bare = typed
    .replaceAll(chineseNumber, (number) => String(belowTenThousand(number) ?? number))
    .replace(afternoon, "")
    .replace(morning, "")
    .replaceAll(/[。.]/g, ":")
    .trim();
  const found = spoken.exec(bare) ?? clock.exec(bare);
  if (found === null) return refused("notATime");
  const isHourAlone = /^\d{1,2}$/.test(bare);
  if (isHourAlone && !isAfternoon && !isMorning) return refused("notATime");
  return timeOf(Number(found[1]), bare.includes("半") ? 30 : Number(found[2] ?? found[3] ?? 0), isAfternoon, isMorning);
}

function timeOf(typedHour: number, minute: number, isAfternoon: boolean, isMorning: boolean): TypedDay {
  // "13:00 pm" says the same twice; "13 am" contradicts itself.
  if (isMorning && typedHour > 12) return refused("noSuchTime");
  const hour = isAfternoon && typedHour < 12 ? typedHour + 12 : typedHour;
  if (hour > 23 || minute > 59) return refused("noSuchTime");
  return { kind: "exact", value: `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` };
}
