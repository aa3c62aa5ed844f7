import CloseIcon from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { collateralKinds, type DebtorType } from "../../shared/domain/codes.ts";
import type { SaleTaxTable } from "../../shared/domain/sale-taxes.ts";
import { useEdited } from "../model/edit-scope.ts";
import { useIsRowShown } from "../model/field-rows.ts";
import { DenseInput } from "../ui/fields/DenseInput.tsx";
import { NoteArea } from "../ui/fields/NoteArea.tsx";
import { usePlainText } from "../ui/plain/use-plain-text.ts";
import { AddRowButton } from "./rows/AddRowButton.tsx";
import { dayProblem } from "./rows/day-problem.ts";
import { EditorGrid } from "./rows/EditorGrid.tsx";
import { FieldRow } from "./rows/FieldRow.tsx";
import { useFieldNote } from "./rows/use-field-note.tsx";

const mostTables = 10;
const emptyTable: SaleTaxTable = {
  from: "2016-05-01",
  saleVat: Object.fromEntries(collateralKinds.map((kind) => [kind, { company: 0, individual: 0 }])) as SaleTaxTable["saleVat"],
  landVat: Object.fromEntries(collateralKinds.map((kind) => [kind, { company: 0, individual: 0 }])) as SaleTaxTable["landVat"],
  stampDuty: 0,
};

/** The year after a day, so that a new table stands behind the last. */
const yearAfter = (day: string) => `${String(Number(day.slice(0, 4)) + 1)}-01-01`;

/** Taxes of sales by kind and kind of owner, a table for each time that the law changed. */
export function SaleTaxesEditor({ tables }: { readonly tables: readonly SaleTaxTable[] }) {
  const { t } = useTranslation();
  const { readOnly, edit } = useEdited(["saleTaxes"]);
  const last = tables.at(-1);
  return (
    <>
      <Typography variant="fine" component="p" color="text.secondary">
        {t(tables.length === 0 ? "pricing.route.noTaxTable" : "pricing.route.taxNote")}
      </Typography>
      {tables.map((_, index) => (
        // A table has no name but its place: its day may be changed.
        <TaxTable key={index} index={index} onRemove={readOnly ? null : () => edit(tables.filter((_, at) => at !== index))} />
      ))}
      {readOnly || tables.length >= mostTables ? null : (
        <AddRowButton
          text={t("pricing.route.addTaxTable")}
          path={["saleTaxes", tables.length]}
          onAdd={() => edit([...tables, last === undefined ? emptyTable : { ...last, from: yearAfter(last.from) }])}
          testId="add-tax-table"
        />
      )}
    </>
  );
}

function TaxTable({ index, onRemove }: { readonly index: number; readonly onRemove: (() => void) | null }) {
  const { t } = useTranslation();
  const { stored, readOnly, edit, leave } = useEdited(["saleTaxes", index, "from"]);
  const from = typeof stored === "string" ? stored : "";
  const input = usePlainText({ value: from, onChange: edit, onLeave: leave });
  const { isRefused, described, note } = useFieldNote({ path: ["saleTaxes", index, "from"], label: t("pricing.route.taxFrom"), problem: dayProblem(from, t) });
  const isDayShown = useIsRowShown([{ path: ["saleTaxes", index, "from"], label: t("pricing.route.taxFrom") }]);
  const pathOf = (tax: "saleVat" | "landVat", owner: DebtorType) => (kind: string | number) => ["saleTaxes", index, tax, kind, owner];
  return (
    <Box sx={{ mt: 1 }}>
      {isDayShown ? (
        <NoteArea>
          <Box
            data-assumption={`saleTaxes.${index}.from`}
            sx={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr) 92px", alignItems: "center", columnGap: 0.75, minHeight: 27 }}
          >
            <Typography variant="h4" component="h4">
              {t("pricing.route.taxFrom")}
            </Typography>
            <DenseInput
              {...input}
              readOnly={readOnly}
              error={isRefused}
              placeholder="YYYY-MM-DD"
              inputProps={{ "aria-label": `${t("pricing.route.taxFrom")} ${index + 1}`, ...described, "data-testid": `tax-from-${index}` }}
            />
            {note}
          </Box>
        </NoteArea>
      ) : null}
      <EditorGrid
        caption={t("pricing.route.taxTable", { from })}
        rows={collateralKinds.map((kind) => ({ key: kind, label: t(`code.collateralKind.${kind}`) }))}
        columns={[
          { label: t("pricing.route.vatOf.company"), unit: "%", kind: "percent", pathOf: pathOf("saleVat", "company") },
          { label: t("pricing.route.vatOf.individual"), unit: "%", kind: "percent", pathOf: pathOf("saleVat", "individual") },
          { label: t("pricing.route.landVatOf.company"), unit: "%", kind: "percent", pathOf: pathOf("landVat", "company") },
          { label: t("pricing.route.landVatOf.individual"), unit: "%", kind: "percent", pathOf: pathOf("landVat", "individual") },
        ]}
      />
      <FieldRow label={t("pricing.route.stampDuty")} unit="%" path={["saleTaxes", index, "stampDuty"]} kind="percent" testId={`stamp-duty-${index}`} />
      {onRemove === null ? null : (
        <Button startIcon={<CloseIcon />} onClick={onRemove} sx={{ py: 0 }}>
          {t("pricing.route.removeTaxTable")}
        </Button>
      )}
    </Box>
  );
}
