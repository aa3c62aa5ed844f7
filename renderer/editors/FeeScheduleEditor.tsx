import { useTranslation } from "react-i18next";
import type { FeeSchedule } from "../../shared/domain/assumptions.ts";
import type { EditPath } from "../model/edit-path.ts";
import { EditorGrid } from "./rows/EditorGrid.tsx";
import { EditorHeading } from "./rows/EditorHeading.tsx";
import { FieldRow } from "./rows/FieldRow.tsx";

interface FeeScheduleEditorProps {
  readonly title: string;
  readonly schedule: FeeSchedule;
  readonly path: EditPath;
}

/** Brackets of one fee. Bounds are named in the rows; rates, fixed sums and the cap can be changed. */
export function FeeScheduleEditor({ title, schedule, path }: FeeScheduleEditorProps) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const yuan = t("pricing.unit.yuan");
  return (
    <div>
      <EditorHeading>{title}</EditorHeading>
      <EditorGrid
        caption={title}
        rows={schedule.slices.map((slice, index) => ({
          key: index,
          label: slice.upToYuan === null ? t("pricing.field.sliceAbove") : t("pricing.field.sliceUpTo", { upTo: number.format(slice.upToYuan) }),
        }))}
        columns={[
          { label: t("pricing.field.sliceRate"), unit: "%", kind: "percent", pathOf: (key) => [...path, "slices", Number(key), "rate"] },
          { label: t("pricing.field.sliceFixed"), unit: yuan, kind: "yuan", pathOf: (key) => [...path, "slices", Number(key), "fixedYuan"] },
        ]}
      />
      <FieldRow label={t("pricing.field.feeCap")} unit={yuan} path={[...path, "capYuan"]} kind="yuan" nullable />
    </div>
  );
}
