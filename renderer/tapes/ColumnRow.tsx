import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { RememberedLayout } from "../../shared/domain/seller-words.ts";
import { fieldsOfRole } from "../../shared/domain/tape-doubts.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";
import type { ColumnInspection, SheetMapping } from "../../shared/domain/tape-mapping.ts";
import { type TapeUnit, tapeUnits } from "../../shared/domain/tape-units.ts";
import { CellSelect } from "../ui/fields/CellSelect.tsx";
import { isAmountField, isHelpedField, withColumn } from "./mapping-checks.ts";

interface ColumnRowProps {
  readonly column: ColumnInspection;
  readonly mapping: SheetMapping;
  readonly twice: ReadonlySet<TapeField>;
  readonly unitMissing: boolean;
  /** In what the column differs from last time. */
  readonly change: RememberedLayout["differences"][number]["change"] | null;
  readonly onChange: (change: Partial<SheetMapping>) => void;
}

/** A column of a sheet: its head, some of its cells, the field it fills, how sure that is, its unit. */
export function ColumnRow({ column, mapping, twice, unitMissing, change: difference, onChange }: ColumnRowProps) {
  const { t } = useTranslation();
  const chosen = mapping.columns.find((one) => one.index === column.index);
  const field = chosen?.field ?? null;
  const isDoubled = field !== null && twice.has(field);
  const change = (part: Partial<SheetMapping["columns"][number]>) => onChange({ columns: withColumn(mapping, column.index, part) });
  return (
    <Box component="tr" sx={{ color: field === null ? "text.secondary" : "text.primary" }}>
      <th scope="row">
        {column.group === null ? "" : `${column.group} / `}
        {column.header}
        {difference === "new" || difference === "unit" ? (
          <Typography variant="body2" component="span" color="warning" sx={{ ml: 0.75 }}>
            {t(difference === "new" ? "lastMapping.newColumn" : "lastMapping.changedUnit")}
          </Typography>
        ) : null}
        {column.isHidden ? (
          <Typography variant="body2" component="span" color="warning" sx={{ ml: 0.75 }}>
            {t("pricing.tape.hiddenColumn")}
          </Typography>
        ) : null}
      </th>
      <Box
        component="td"
        sx={{ maxWidth: 360, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", color: "text.secondary" }}
        title={column.samples.join("\n")}
      >
        {column.samples.join(" | ")}
      </Box>
      <td>
        <CellSelect
          label={`${column.header} ${t("pricing.tape.field")}`}
          value={field}
          options={fieldsOfRole(mapping.role)}
          textOf={(one) => t(`tape.field.${one}`)}
          noneText={t("pricing.tape.notRead")}
          onChange={(next) => change({ field: next })}
          error={isDoubled}
          width={240}
        />
        <FieldHelp field={field} />
      </td>
      <Box component="td" sx={{ color: isDoubled ? "error.main" : column.confidence === "ambiguous" ? "warning.main" : "text.secondary" }}>
        {isDoubled ? t("pricing.tape.doubled") : t(`tape.confidence.${column.confidence}`)}
      </Box>
      <td>
        {isAmountField(field) ? (
          <ColumnUnit
            label={`${column.header} ${t("pricing.tape.columnUnit")}`}
            unit={chosen?.unit ?? null}
            sheetUnit={mapping.unit}
            isByRow={mapping.columns.some((one) => one.field === "amountUnit")}
            isByCell={column.statesOwn}
            isMissing={unitMissing && chosen?.unit == null && chosen?.statesOwn !== true}
            onChange={(unit) => change({ unit })}
          />
        ) : null}
      </td>
    </Box>
  );
}

/** The rule by which some fields are read. */
function FieldHelp({ field }: { readonly field: TapeField | null }) {
  const { t } = useTranslation();
  if (!isHelpedField(field)) return null;
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mt: 0.25, maxWidth: 260, lineHeight: 1.35 }}>
      {t(`tape.fieldHelp.${field}`)}
    </Typography>
  );
}

interface ColumnUnitProps {
  readonly label: string;
  readonly unit: TapeUnit | null;
  readonly sheetUnit: TapeUnit | null;
  /** Another column states the unit of each row. */
  readonly isByRow: boolean;
  /** Each amount states its unit in its cell. */
  readonly isByCell: boolean;
  readonly isMissing: boolean;
  readonly onChange: (unit: TapeUnit | null) => void;
}

/** A column's own unit; by default it is the sheet's. */
function ColumnUnit({ label, unit, sheetUnit, isByRow, isByCell, isMissing, onChange }: ColumnUnitProps) {
  const { t } = useTranslation();
  const ofSheet = sheetUnit === null ? t("pricing.tape.chooseUnit") : t("pricing.tape.asSheet", { unit: t(`tape.unit.${sheetUnit}`) });
  return (
    <CellSelect
      label={label}
      value={unit}
      options={tapeUnits}
      textOf={(one) => t(`tape.unit.${one}`)}
      noneText={isByCell ? t("pricing.tape.asCell") : isByRow ? t("pricing.tape.asRow") : ofSheet}
      onChange={onChange}
      error={isMissing}
      width={190}
    />
  );
}
