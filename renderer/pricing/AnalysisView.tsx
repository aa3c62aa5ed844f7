/** Views of the workbench beside the assumptions; the first is where the bid is made. */
export const workbenchViews = ["bid"] as const;
export type WorkbenchView = (typeof workbenchViews)[number];

interface AnalysisViewProps {
  readonly dealId: number;
  readonly view: Exclude<WorkbenchView, "bid">;
}

/** The analysis that a view shows; each reads the workbench's store. */
export function AnalysisView({ view }: AnalysisViewProps) {
  return view;
}
