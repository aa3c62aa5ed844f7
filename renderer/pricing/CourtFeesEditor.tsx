import { useTranslation } from "react-i18next";
import type { Assumptions } from "../../shared/domain/assumptions.ts";
import { EditorGrid, EditorHeading, FieldRow } from "./EditorParts.tsx";

const feeKinds = ["acceptance", "preservation", "enforcement"] as const;

/** Statutory brackets. Bounds are named in the rows; rates, fixed sums and caps can be changed. */
export function CourtFeesEditor({ courtFees }: { readonly courtFees: Assumptions["courtFees"] }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return feeKinds.map((kind) => (
    <div key={kind}>
      <EditorHeading>{t(`pricing.field.${kind}Fee`)}</EditorHeading>
      <EditorGrid
        caption={t(`pricing.field.${kind}Fee`)}
        rows={courtFees[kind].slices.map((slice, index) => ({
          key: index,
          label: slice.upToYuan === null ? t("pricing.field.sliceAbove") : t("pricing.field.sliceUpTo", { upTo: number.format(slice.upToYuan) }),
        }))}
        columns={[
          { label: t("pricing.field.sliceRate"), unit: "%", kind: "percent", pathOf: (key) => ["courtFees", kind, "slices", Number(key), "rate"] },
          {
            label: t("pricing.field.sliceFixed"),
            unit: t("pricing.unit.yuan"),
            kind: "yuan",
            pathOf: (key) => ["courtFees", kind, "slices", Number(key), "fixedYuan"],
          },
        ]}
      />
      <FieldRow label={t("pricing.field.feeCap")} unit={t("pricing.unit.yuan")} path={["courtFees", kind, "capYuan"]} kind="yuan" nullable />
    </div>
  ));
}
