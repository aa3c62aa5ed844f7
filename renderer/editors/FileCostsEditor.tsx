import { useTranslation } from "react-i18next";
import type { FileCostBand } from "../../shared/domain/assumptions.ts";
import { useEdited } from "../model/edit-scope.ts";
import { AddRowButton } from "./rows/AddRowButton.tsx";
import { EditorHeading } from "./rows/EditorHeading.tsx";
import { RowList } from "./rows/RowList.tsx";

const mostBands = 8;
/** What small retail claims lie below: where the first band ends. */
const firstBand: FileCostBand = { claimUpToYuan: 10_000, fileCostYuan: 0 };

/** Costs per file of claims up to some sizes, where they differ from the rest. */
export function FileCostsEditor({ bands }: { readonly bands: readonly FileCostBand[] }) {
  const { t } = useTranslation();
  const { readOnly, edit } = useEdited(["costs", "fileCostBands"]);
  const last = bands.at(-1);
  const caption = t("pricing.field.fileCostBands");
  if (readOnly && last === undefined) return null;
  return (
    <>
      <EditorHeading>{caption}</EditorHeading>
      {last === undefined ? null : (
        <RowList
          caption={caption}
          path={["costs", "fileCostBands"]}
          count={bands.length}
          columns={[
            { label: t("pricing.field.fileCostUpTo"), unit: t("pricing.unit.yuan"), kind: "yuan", name: "claimUpToYuan" },
            { label: t("pricing.field.fileCostInBand"), unit: t("pricing.unit.yuan"), kind: "yuan", name: "fileCostYuan" },
          ]}
          removeLabel={t("pricing.field.removeFileCostBand")}
          onRemove={readOnly ? null : (index) => edit(bands.filter((_, at) => at !== index))}
        />
      )}
      {readOnly || bands.length >= mostBands ? null : (
        <AddRowButton
          text={t("pricing.field.addFileCostBand")}
          path={["costs", "fileCostBands", bands.length]}
          onAdd={() => edit([...bands, last === undefined ? firstBand : { ...last, claimUpToYuan: last.claimUpToYuan * 5 }])}
          testId="add-file-cost-band"
        />
      )}
    </>
  );
}
