import { type Language, languages, type Segment, segments } from "../../shared/domain/codes.ts";
import { flatTexts } from "../../shared/locales/texts.ts";
import { retailSegmentOf } from "../packages/segment-rule.ts";

const securities: readonly (readonly [RegExp, Segment])[] = [
  [/抵押|质押|mortgage|(?<!un)secured|pledge/i, "corporateSecured"],
  [/保证|guarantee/i, "corporateGuaranteed"],
  [/^信用(贷款|类)?$|unsecured/i, "corporateUnsecured"],
];

/** The model's segment that a name in a file says: its own word in either language, a product, a security; null where it says none. */
export function proposedSegment(name: string): Segment | null {
  const spelled = name.trim().toLowerCase();
  const named = segments.find((segment) => segment.toLowerCase() === spelled || languages.some((one) => segmentWord(segment, one).toLowerCase() === spelled));
  return named ?? retailSegmentOf(name) ?? securities.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** A segment as a language names it. */
export const segmentWord = (segment: Segment, language: Language): string => flatTexts[language][`code.segment.${segment}`] ?? segment;
