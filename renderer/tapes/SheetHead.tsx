import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { drawdownChoices, type SheetInspection, type SheetMapping, sheetRoles } from "../../shared/domain/tape-mapping.ts";
import { tapeUnits } from "../../shared/domain/tape-units.ts";
import { formatNumber } from "../../shared/format.ts";
import { CellSelect } from "../ui/fields/CellSelect.tsx";
import { changeOfRole, isAmountField, mayBeParts } from "./mapping-checks.ts";

interface SheetHeadProps {
  readonly inspection: SheetInspection;
  readonly fileName: string | null;
  readonly mapping: SheetMapping;
  readonly unitMissing: boolean;
  readonly onChange: (change: Partial<SheetMapping>) => void;
}

const shownTitleLines = 3;

/** Name and role of a sheet, its size, its unit of money, the lines over its table. */
export function SheetHead({ inspection, fileName, mapping, unitMissing, onChange }: SheetHeadProps) {
  const { t } = useTranslation();
  return (
    <Box sx={{ typography: "body2", display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: 2, rowGap: 0.75, px: 1.5, py: 1 }}>
      <Typography variant="h2">{inspection.name}</Typography>
      {fileName === null ? null : (
        <Box component="span" sx={{ color: "text.secondary", overflowWrap: "anywhere" }}>
          {fileName}
        </Box>
      )}
      {inspection.listOf === undefined ? null : (
        <Box component="span" sx={{ color: "text.secondary" }}>
          {t("pricing.tape.listBelow", { sheet: inspection.listOf.sheet, row: inspection.listOf.fromRow })}
        </Box>
      )}
      {inspection.hidden ? <Chip color="warning" label={t("pricing.tape.hidden")} /> : null}
      <CellSelect
        label={t("pricing.tape.role")}
        value={mapping.role}
        options={sheetRoles}
        textOf={(role) => t(`tape.role.${role}`)}
        onChange={(role) => role !== null && onChange(changeOfRole(mapping, role, inspection))}
        width={170}
      />
      {mapping.role === "notes" ? null : (
        <>
          <Box component="span" sx={{ color: "text.secondary" }}>
            {t("pricing.tape.sheetFacts", { rows: formatNumber(inspection.dataRowCount), headerRows: mapping.headerRows.join(", ") })}
          </Box>
          <UnitOfSheet inspection={inspection} mapping={mapping} unitMissing={unitMissing} onChange={onChange} />
          {inspection.hiddenRowCount === 0 ? null : <HiddenRows inspection={inspection} mapping={mapping} onChange={onChange} />}
          {mapping.role === "loans" ? <Drawdowns inspection={inspection} mapping={mapping} onChange={onChange} /> : null}
        </>
      )}
      {inspection.titleLines.length === 0 ? null : (
        <Box component="span" sx={{ color: "text.secondary", flexBasis: "100%" }}>
          {inspection.titleLines.slice(0, shownTitleLines).join(" · ")}
        </Box>
      )}
    </Box>
  );
}

function UnitOfSheet({ inspection: { statedUnit, statedUnitText }, mapping, unitMissing, onChange }: Omit<SheetHeadProps, "fileName">) {
  const { t } = useTranslation();
  const isByRow = mapping.columns.some(({ field }) => field === "amountUnit");
  const isByCell = mapping.columns.some(({ field, statesOwn }) => isAmountField(field) && statesOwn === true);
  const unstated = isByRow ? "pricing.tape.unitByRow" : isByCell ? "pricing.tape.unitByCell" : "pricing.tape.unitNotStated";
  return (
    <Box component="span" sx={{ display: "flex", alignItems: "center", gap: 0.75 }}>
      {t("pricing.tape.unit")}
      <CellSelect
        label={t("pricing.tape.unit")}
        value={mapping.unit}
        options={tapeUnits}
        textOf={(unit) => t(`tape.unit.${unit}`)}
        noneText={t(isByRow ? "pricing.tape.asRow" : isByCell && !unitMissing ? "pricing.tape.asCell" : "pricing.tape.chooseUnit")}
        onChange={(unit) => onChange({ unit })}
        error={unitMissing}
        width={120}
        testId={`unit-${mapping.role}`}
      />
      <Box component="span" sx={{ color: unitMissing ? "error.main" : statedUnit === null ? "text.secondary" : "success.main" }}>
        {statedUnit === null
          ? t(unitMissing ? "pricing.tape.unitMustChoose" : unstated)
          : t("pricing.tape.unitStated", { unit: statedUnitText ?? t(`tape.unit.${statedUnit}`) })}
      </Box>
    </Box>
  );
}

/** What several rows of one contract are: asked where the first rows tell of some, else open to be said. */
function Drawdowns({ inspection, mapping, onChange }: Omit<SheetHeadProps, "unitMissing" | "fileName">) {
  const { t } = useTranslation();
  const isAsked = mayBeParts(mapping, inspection);
  const isOpen = isAsked && mapping.drawdowns === undefined;
  return (
    <Box component="span" sx={{ display: "flex", alignItems: "center", gap: 0.75, color: isOpen ? "error.main" : "text.secondary" }}>
      <span>{isAsked ? t("tape.drawdowns.of", { contract: inspection.repeatedContract ?? "" }) : t("tape.drawdowns.label")}</span>
      <CellSelect
        label={t("tape.drawdowns.label")}
        value={mapping.drawdowns ?? (isAsked ? null : "loans")}
        options={drawdownChoices}
        textOf={(choice) => t(`tape.drawdowns.${choice}`)}
        {...(isOpen ? { noneText: t("tape.drawdowns.choose") } : {})}
        onChange={(drawdowns) => drawdowns !== null && onChange({ drawdowns })}
        error={isOpen}
        width={210}
        testId="drawdowns"
      />
    </Box>
  );
}

function HiddenRows({ inspection: { hiddenRowCount }, mapping, onChange }: Omit<SheetHeadProps, "unitMissing" | "fileName">) {
  const { t } = useTranslation();
  return (
    <Box component="span" sx={{ display: "flex", alignItems: "center", gap: 0.75, color: "warning.main" }}>
      {t("pricing.tape.hiddenRows", { rows: formatNumber(hiddenRowCount) })}
      <CellSelect
        label={t("pricing.tape.hiddenRows", { rows: formatNumber(hiddenRowCount) })}
        value={mapping.hiddenRows ?? "read"}
        options={["read", "leave"]}
        textOf={(choice) => t(choice === "read" ? "pricing.tape.hiddenRowsRead" : "pricing.tape.hiddenRowsLeave")}
        onChange={(hiddenRows) => hiddenRows !== null && onChange({ hiddenRows })}
        width={120}
        testId={`hidden-rows-${mapping.role}`}
      />
    </Box>
  );
}
