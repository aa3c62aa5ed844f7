import { useMemo } from "react";
import type { StrataLook } from "../../shared/domain/desk-layout.ts";
import { defaultEdges, isBanded, type StrataCut, type StrataField } from "../../shared/domain/strata.ts";
import { changeStrataLook, strataLookOf, useLayout } from "../desk/layout-store.ts";

/** How a deal is cut: as it was left, also after the next start. */
export function useStrataLook(dealId: number): readonly [StrataLook, (change: Partial<StrataLook>) => void] {
  const left = useLayout((layout) => strataLookOf(layout, dealId));
  const look = useMemo(() => left ?? { ...plainLook, dealId }, [left, dealId]);
  return [look, (change) => changeStrataLook({ ...look, ...change })];
}

const plainLook: Omit<StrataLook, "dealId"> = { rows: "litigationStage", columns: null, measure: "allocatedFen", concentration: "debtor", edges: {} };

/** What has no bands has edges that nothing reads. */
const noEdges = [1];

/** A field with the edges of its bands. */
export const cutOf = ({ edges }: StrataLook, field: StrataField): StrataCut => ({
  field,
  edges: [...(isBanded(field) ? (edges[field] ?? defaultEdges[field]) : noEdges)],
});
