import { z } from "zod";
import { collateralKinds } from "./codes.ts";
import { atFirstRow, jointly } from "./joint-refusals.ts";

/** Yearly change of values in one city, from a day on: of one kind of collateral, or of all that have no row of their own. */
const cityIndexRowSchema = z.object({
  city: z.string().trim().min(1).max(40),
  kind: z.enum(collateralKinds).nullable(),
  /** First day of validity: of two rows for a city and kind the later one counts that is in force at cut-off. */
  from: z.iso.date(),
  annualChange: z.number().gt(-1).max(1),
});
export type CityIndexRow = z.infer<typeof cityIndexRowSchema>;

const factOf = ({ city, kind, from }: CityIndexRow) => `${cityNumber(city)} ${kind ?? ""} ${from}`;
export const cityIndexSchema = z
  .array(cityIndexRowSchema)
  .max(500)
  .superRefine(
    jointly("cityOnce", (rows) => {
      const facts = rows.map(factOf);
      return atFirstRow(rows, "city", (row, _before, index) => facts.indexOf(factOf(row)) === index);
    }),
  );

/** Up to the first word of a city, a prefecture or a league. */
const cityName = /^(.{2,24}?)(?:市|地区|自治州|盟)/u;
/** What stands before a city: a country, a province, an autonomous region. */
const before = /^.*(?:省|自治区|中国)/u;
/** Names of provinces before a city that are written without their word. */
const province =
  /^(河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆)(?=[\p{Script=Han}]{2})/u;
const hanOnly = /^\p{Script=Han}{2,12}$/u;
/** A name alone, in Chinese or with Latin letters. */
const bareName = /^(\p{Script=Han}{2,6}|[a-z][a-z .'-]{1,29})$/iu;

/**
 * The city that a place names (城市), without its word: "河南省洛阳市涧西区…" and "洛阳" are 洛阳. A county-level city behind another
 * is not told apart from it. Null where the text names none: a longer address without the word of a city.
 */
export function cityOf(place: string | null): string | null {
  const text = place?.normalize("NFKC").replaceAll(/\s+/g, " ").trim() ?? "";
  const named = cityName.exec(text)?.[1]?.replace(before, "").replace(province, "");
  if (named !== undefined && hanOnly.test(named)) return named;
  return bareName.test(text) && !/[省区县]$/.test(text) ? text.toLowerCase() : null;
}

/**
 * Number by which the engine knows a city, 1 … 2³² − 1: FNV-1a of its name; 0 where the place names none. Two cities of one number
 * are as likely as a match among four thousand million.
 */
export function cityNumber(place: string | null): number {
  const city = cityOf(place);
  if (city === null) return 0;
  let hash = 0x811c9dc5;
  for (let at = 0; at < city.length; at += 1) hash = Math.imul(hash ^ city.charCodeAt(at), 0x01000193) >>> 0;
  return hash || 1;
}
