import type { TFunction } from "i18next";
import { type AssumptionGroup, type Assumptions, assumptionGroups } from "../../shared/domain/assumptions.ts";
import { storedAt } from "../model/edit-path.ts";
import type { FieldEntry, FieldRows } from "../model/field-rows.ts";
import { hasWords } from "../ui/search/text-match.ts";

/** What is looked for among the assumptions. */
export interface AssumptionQuery {
  readonly text: string;
  readonly changedOnly: boolean;
}

export const wholeList: AssumptionQuery = { text: "", changedOnly: false };

/** The rows that a query lets through; null where it asks for nothing. */
export function rowsFor({ text, changedOnly }: AssumptionQuery, assumptions: Assumptions, origin: Assumptions | null, t: TFunction): FieldRows | null {
  const wanted = text.trim();
  if (wanted === "" && !changedOnly) return null;
  const isChanged = ({ path }: FieldEntry) => JSON.stringify(storedAt(origin, path)) !== JSON.stringify(storedAt(assumptions, path));
  const isFound = ({ path, label }: FieldEntry) => {
    const group = assumptionGroups.find((name) => name === path[0]);
    return hasWords(`${group === undefined ? "" : t(`pricing.group.${group}`)} ${label}`, wanted);
  };
  return { shows: (field) => isFound(field) && (!changedOnly || (origin !== null && isChanged(field))) };
}

/** Where a group is edited that stands elsewhere than among the others. */
export type Elsewhere = Partial<Record<AssumptionGroup, { readonly place: string; readonly onGo: () => void }>>;
