import { useTranslation } from "react-i18next";
import type { AgedCurve, Assumptions } from "../../shared/domain/assumptions.ts";
import { type Segment, segments } from "../../shared/domain/codes.ts";
import { useEdited } from "../model/edit-scope.ts";
import { AddRowButton } from "./rows/AddRowButton.tsx";
import { EditorHeading } from "./rows/EditorHeading.tsx";
import { type EditorColumn, RowList } from "./rows/RowList.tsx";

const mostAges = 12;
/** A year after the last one: where a new age starts. */
const nextAge = 365;
const noCurve: AgedCurve = { fromDaysPastDue: -nextAge, lagMonths: 1, firstMonthRate: 0, monthlyDecay: 0.97 };

/** Curves in place of a segment's for loans that have been past due for long. */
export function AgedCurvesEditor({ agedCurves }: Pick<Assumptions, "agedCurves">) {
  return segments.map((segment) => <SegmentAges key={segment} segment={segment} curves={agedCurves[segment]} />);
}

function SegmentAges({ segment, curves }: { readonly segment: Segment; readonly curves: readonly AgedCurve[] }) {
  const { t } = useTranslation();
  const { readOnly, edit } = useEdited(["agedCurves", segment]);
  const last = curves.at(-1) ?? noCurve;
  const columns: readonly EditorColumn[] = [
    { label: t("pricing.field.fromDaysPastDue"), unit: "", kind: "count", name: "fromDaysPastDue" },
    { label: t("pricing.field.lagMonths"), unit: t("pricing.unit.month"), kind: "months", name: "lagMonths" },
    { label: t("pricing.field.firstMonthRate"), unit: "%", kind: "percent", name: "firstMonthRate" },
    { label: t("pricing.field.monthlyDecay"), unit: "×", kind: "factor", name: "monthlyDecay" },
  ];
  if (readOnly && curves.length === 0) return null;
  return (
    <>
      <EditorHeading>{t(`code.segment.${segment}`)}</EditorHeading>
      {curves.length === 0 ? null : (
        <RowList
          caption={t(`code.segment.${segment}`)}
          path={["agedCurves", segment]}
          count={curves.length}
          columns={columns}
          removeLabel={t("pricing.field.removeAge")}
          onRemove={readOnly ? null : (index) => edit(curves.filter((_, at) => at !== index))}
        />
      )}
      {readOnly || curves.length >= mostAges ? null : (
        <AddRowButton
          text={t("pricing.field.addAge")}
          path={["agedCurves", segment, curves.length]}
          onAdd={() => edit([...curves, { ...last, fromDaysPastDue: last.fromDaysPastDue + nextAge }])}
          testId={`add-age-${segment}`}
        />
      )}
    </>
  );
}
