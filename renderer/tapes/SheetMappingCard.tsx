import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Paper from "@mui/material/Paper";
import { useTranslation } from "react-i18next";
import { type MoneyUnit, moneyUnits } from "../../shared/domain/codes.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";
import { type ColumnInspection, type SheetInspection, type SheetMapping, sheetRoles } from "../../shared/domain/tape-mapping.ts";
import { formatNumber } from "../../shared/format.ts";
import { changeOfRole, fieldsOfRole, isAmountField, isHelpedField, type MappingProblem, withColumn } from "./mapping-checks.ts";
import { SmallSelect } from "./SmallSelect.tsx";
import { tableStyle } from "./table-style.ts";

interface SheetMappingCardProps {
  readonly inspection: SheetInspection;
  readonly mapping: SheetMapping;
  readonly problems: readonly MappingProblem[];
  readonly onChange: (change: Partial<SheetMapping>) => void;
}

export function SheetMappingCard({ inspection, mapping, problems, onChange }: SheetMappingCardProps) {
  const { t } = useTranslation();
  const unitMissing = problems.some((problem) => problem.code === "unitMissing");
  const twice = new Set(problems.flatMap((problem) => (problem.code === "fieldMappedTwice" ? [problem.field] : [])));
  const isRead = mapping.role !== "notes";
  return (
    <Paper variant="outlined" component="section" aria-label={inspection.name} sx={{ flexShrink: 0 }}>
      <Box
        sx={{
          display: "flex",
          flexWrap: "wrap",
          alignItems: "center",
          columnGap: 2,
          rowGap: 0.75,
          px: 1.5,
          py: 1,
          fontSize: 12.5,
          borderBottom: isRead ? 1 : 0,
          borderColor: "divider",
        }}
      >
        <Box component="h2" sx={{ m: 0, fontSize: 14, fontWeight: 600 }}>
          {inspection.name}
        </Box>
        {inspection.hidden ? <Chip size="small" color="warning" variant="outlined" label={t("pricing.tape.hidden")} /> : null}
        <SmallSelect
          label={t("pricing.tape.role")}
          value={mapping.role}
          onChange={(role) => onChange(changeOfRole(mapping, role as SheetMapping["role"]))}
          width={170}
        >
          {sheetRoles.map((role) => (
            <option key={role} value={role}>
              {t(`tape.role.${role}`)}
            </option>
          ))}
        </SmallSelect>
        {isRead ? (
          <>
            <Box component="span" sx={{ color: "text.secondary" }}>
              {t("pricing.tape.sheetFacts", { rows: formatNumber(inspection.dataRowCount), headerRows: mapping.headerRows.join(", ") })}
            </Box>
            <Box component="span" sx={{ display: "flex", alignItems: "center", gap: 0.75 }}>
              {t("pricing.tape.unit")}
              <SmallSelect
                label={t("pricing.tape.unit")}
                value={mapping.unit ?? ""}
                onChange={(unit) => onChange({ unit: unit === "" ? null : (unit as MoneyUnit) })}
                error={unitMissing}
                width={120}
                testId={`unit-${mapping.role}`}
              >
                <option value="">{t("pricing.tape.chooseUnit")}</option>
                {moneyUnits.map((unit) => (
                  <option key={unit} value={unit}>
                    {t(`code.moneyUnit.${unit}`)}
                  </option>
                ))}
              </SmallSelect>
              <Box component="span" sx={{ color: unitMissing ? "error.main" : inspection.statedUnit === null ? "text.secondary" : "success.main" }}>
                {inspection.statedUnit === null
                  ? t(unitMissing ? "pricing.tape.unitMustChoose" : "pricing.tape.unitNotStated")
                  : t("pricing.tape.unitStated", { unit: inspection.statedUnitText ?? t(`code.moneyUnit.${inspection.statedUnit}`) })}
              </Box>
            </Box>
          </>
        ) : null}
        {inspection.titleLines.length === 0 ? null : (
          <Box component="span" sx={{ color: "text.secondary", flexBasis: "100%", fontSize: 12 }}>
            {inspection.titleLines.slice(0, 3).join(" · ")}
          </Box>
        )}
      </Box>
      {isRead ? (
        <Box component="table" sx={tableStyle}>
          <thead>
            <tr>
              <th scope="col">{t("pricing.tape.column")}</th>
              <th scope="col">{t("pricing.tape.samples")}</th>
              <th scope="col">{t("pricing.tape.field")}</th>
              <th scope="col">{t("pricing.tape.confidence")}</th>
              <th scope="col">{t("pricing.tape.columnUnit")}</th>
            </tr>
          </thead>
          <tbody>
            {inspection.columns.map((column) => (
              <ColumnRow key={column.index} column={column} mapping={mapping} twice={twice} unitMissing={unitMissing} onChange={onChange} />
            ))}
          </tbody>
        </Box>
      ) : null}
    </Paper>
  );
}

interface ColumnRowProps {
  readonly column: ColumnInspection;
  readonly mapping: SheetMapping;
  readonly twice: ReadonlySet<TapeField>;
  readonly unitMissing: boolean;
  readonly onChange: (change: Partial<SheetMapping>) => void;
}

function ColumnRow({ column, mapping, twice, unitMissing, onChange }: ColumnRowProps) {
  const { t } = useTranslation();
  const chosen = mapping.columns.find((one) => one.index === column.index);
  const field = chosen?.field ?? null;
  const help = isHelpedField(field) ? t(`tape.fieldHelp.${field}`) : null;
  const isDoubled = field !== null && twice.has(field);
  const sheetUnit = mapping.unit === null ? t("pricing.tape.chooseUnit") : t("pricing.tape.asSheet", { unit: t(`code.moneyUnit.${mapping.unit}`) });
  return (
    <Box component="tr" sx={{ color: field === null ? "text.secondary" : "text.primary" }}>
      <th scope="row">
        {column.group === null ? "" : `${column.group} / `}
        {column.header}
      </th>
      <Box
        component="td"
        sx={{ maxWidth: 360, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", color: "text.secondary" }}
        title={column.samples.join("\n")}
      >
        {column.samples.join(" | ")}
      </Box>
      <td>
        <SmallSelect
          label={`${column.header} ${t("pricing.tape.field")}`}
          value={field ?? ""}
          onChange={(next) => onChange({ columns: withColumn(mapping, column.index, { field: next === "" ? null : (next as TapeField) }) })}
          error={isDoubled}
          width={240}
        >
          <option value="">{t("pricing.tape.notRead")}</option>
          {fieldsOfRole(mapping.role).map((one) => (
            <option key={one} value={one}>
              {t(`tape.field.${one}`)}
            </option>
          ))}
        </SmallSelect>
        {help === null ? null : (
          <Box component="div" sx={{ mt: 0.25, maxWidth: 260, whiteSpace: "normal", fontSize: 12, lineHeight: 1.35, color: "text.secondary" }}>
            {help}
          </Box>
        )}
      </td>
      <Box component="td" sx={{ color: isDoubled ? "error.main" : column.confidence === "ambiguous" ? "warning.main" : "text.secondary" }}>
        {isDoubled ? t("pricing.tape.doubled") : t(`tape.confidence.${column.confidence}`)}
      </Box>
      <td>
        {isAmountField(field) ? (
          <SmallSelect
            label={`${column.header} ${t("pricing.tape.columnUnit")}`}
            value={chosen?.unit ?? ""}
            onChange={(unit) => onChange({ columns: withColumn(mapping, column.index, { unit: unit === "" ? null : (unit as MoneyUnit) }) })}
            error={unitMissing && chosen?.unit == null}
            width={190}
          >
            <option value="">{sheetUnit}</option>
            {moneyUnits.map((unit) => (
              <option key={unit} value={unit}>
                {t(`code.moneyUnit.${unit}`)}
              </option>
            ))}
          </SmallSelect>
        ) : null}
      </td>
    </Box>
  );
}
