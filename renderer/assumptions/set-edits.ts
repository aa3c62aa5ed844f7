import type { AssumptionSet } from "../../shared/contract/assumption-channels.ts";
import { type AssumptionSources, assumptionGroups } from "../../shared/domain/assumptions.ts";
import type { Language } from "../../shared/domain/codes.ts";

/** A group that was changed no longer rests on its source, or on the file that its values came from: it becomes the desk's own, dated today. */
export function sourcesAfterEdit(
  stored: AssumptionSet,
  edited: AssumptionSet,
  today: string,
  changedFrom: (language: Language, source: string) => string,
): AssumptionSources {
  const sources = { ...edited.sources };
  for (const group of assumptionGroups) {
    const source = stored.sources[group];
    if (JSON.stringify(stored.assumptions[group]) === JSON.stringify(edited.assumptions[group]) || (!source.sourced && source.evidence === undefined)) continue;
    sources[group] = { sourceZh: changedFrom("zh", source.sourceZh), sourceEn: changedFrom("en", source.sourceEn), asOf: today, sourced: false };
  }
  return sources;
}
