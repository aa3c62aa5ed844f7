import CopyIcon from "@mui/icons-material/ContentCopyOutlined";
import DeleteIcon from "@mui/icons-material/DeleteOutlined";
import EditIcon from "@mui/icons-material/EditOutlined";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Scenario } from "../../shared/contract/scenario-channels.ts";
import type { CaseShifts } from "../../shared/domain/assumptions.ts";
import { segments } from "../../shared/domain/codes.ts";
import { type ScenarioComparison, type ScenarioOutcome } from "../../shared/domain/scenario-results.ts";
import { type ShiftKey, shiftKeys } from "../../shared/domain/shifts.ts";
import { formatMoney, formatMultiple, formatNumber, formatRate } from "../../shared/format.ts";
import { plainTable } from "../analyses/plain-table.ts";
import { shortShiftText } from "../analyses/shift-texts.ts";
import type { KeyUnder } from "../desk/i18n.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { irrText } from "../ui/irr-text.ts";

interface ScenarioTableProps {
  readonly comparison: ScenarioComparison;
  readonly scenarios: readonly Scenario[];
  readonly onEdit: (scenario: Scenario) => void;
  readonly onCopy: (scenario: Scenario) => void;
  readonly onRemove: (scenario: Scenario) => void;
}

interface Row {
  readonly key: KeyUnder<"pricing.measure">;
  readonly strong?: boolean;
  readonly text: (outcome: ScenarioOutcome) => ReactNode;
}

/** Cases and scenarios as columns: their shifts, what may be paid, what the bid price earns. */
export function ScenarioTable({ comparison, scenarios, onEdit, onCopy, onRemove }: ScenarioTableProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const cases = useWorkbench((state) => state.draft?.cases);
  const columns = comparison.columns.map((column) => {
    const scenario = scenarios.find(({ id }) => id === column.scenarioId);
    const shifts: CaseShifts | undefined = scenario ? scenario.shifts.all : column.caseName ? cases?.[column.caseName] : undefined;
    return { ...column, key: column.caseName ?? String(column.scenarioId), scenario, shifts };
  });
  const money = (fen: number) => formatMoney(fen, unit);
  const atHurdle: readonly Row[] = [
    { key: "hurdleRate", text: (one) => formatRate(one.hurdleRate) },
    { key: "maxBid", strong: true, text: (one) => money(one.maxBidFen) },
    { key: "priceToPrincipal", text: (one) => formatRate(one.atMaxBid.priceToPrincipal) },
    { key: "priceToClaim", text: (one) => formatRate(one.atMaxBid.priceToClaim) },
  ];
  const atBid: readonly Row[] = [
    { key: "irr", strong: true, text: (one) => irrText(one.atBidPrice.irr, t) },
    { key: "moic", text: (one) => formatMultiple(one.atBidPrice.moic) },
    { key: "wal", text: (one) => formatNumber(one.atBidPrice.walYears, 2) },
    { key: "payback", text: (one) => formatNumber(one.atBidPrice.paybackMonths) },
    { key: "profit", text: (one) => money(one.atBidPrice.profitFen) },
  ];
  const recovery: readonly Row[] = [
    { key: "grossRecovery", text: (one) => money(one.grossRecoveryFen) },
    { key: "costs", text: (one) => money(one.costsFen) },
    { key: "netCashFlow", text: (one) => money(one.netCashFlowFen) },
  ];
  const shiftOf = (key: ShiftKey, shifts: CaseShifts | undefined): string =>
    shifts === undefined || !Number.isFinite(shifts[key]) || shifts[key] === 0 ? "" : shortShiftText(key, shifts[key], language, t);
  return (
    <Box sx={{ overflowX: "auto", mt: 0.5 }}>
      <Box
        component="table"
        data-testid="scenario-table"
        sx={{ ...plainTable, "& td, & thead th": { minWidth: 104, maxWidth: 190 }, "& tbody th": { whiteSpace: "nowrap" } }}
      >
        <thead>
          <tr>
            <th scope="col" aria-label={t("scenarios.name")} />
            {columns.map(({ key, caseName, scenario }) => (
              <th scope="col" key={key} className="number" data-testid="scenario-column">
                <Box sx={{ color: scenario ? "primary.main" : "text.primary", whiteSpace: "normal", overflowWrap: "anywhere" }}>
                  {scenario?.name ?? (caseName ? t(`code.caseName.${caseName}`) : "")}
                </Box>
                {scenario === undefined ? null : (
                  <Box sx={{ whiteSpace: "nowrap", mr: -0.5 }}>
                    <ColumnAction label={t("common.edit")} onClick={() => onEdit(scenario)} testId={`scenario-edit-${scenario.name}`}>
                      <EditIcon />
                    </ColumnAction>
                    <ColumnAction label={t("scenarios.copy")} onClick={() => onCopy(scenario)} testId={`scenario-copy-${scenario.name}`}>
                      <CopyIcon />
                    </ColumnAction>
                    <ColumnAction label={t("common.remove")} onClick={() => onRemove(scenario)} testId={`scenario-remove-${scenario.name}`}>
                      <DeleteIcon />
                    </ColumnAction>
                  </Box>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Section title={t("scenarios.shifts")} width={columns.length + 1} />
          {shiftKeys.map((key) => (
            <tr key={key}>
              <th scope="row">{t(`pricing.shift.${key}`)}</th>
              {columns.map((column) => (
                <td key={column.key}>{shiftOf(key, column.shifts)}</td>
              ))}
            </tr>
          ))}
          {columns.some(({ scenario }) => scenario !== undefined && Object.keys(scenario.shifts.segments).length > 0) ? (
            <tr>
              <th scope="row" aria-label={t("scenarios.shifts")} />
              {columns.map(({ key, scenario }) => {
                const own = segments.filter((segment) => scenario?.shifts.segments[segment] !== undefined).map((segment) => t(`code.segment.${segment}`));
                return (
                  <Box component="td" key={key} sx={{ whiteSpace: "normal !important", fontSize: 11.5, color: "text.secondary" }}>
                    {own.length === 0 ? "" : t("scenarios.segmentShifts", { segments: own.join(t("gaps.separator")) })}
                  </Box>
                );
              })}
            </tr>
          ) : null}
          {(
            [
              ["atHurdle", atHurdle],
              ["atBid", atBid],
              ["recovery", recovery],
            ] as const
          ).map(([section, rows]) => (
            <Fragment key={section}>
              <Section title={t(`pricing.cases.${section}`)} width={columns.length + 1} />
              {rows.map((row) => (
                <tr key={row.key}>
                  <Box component="th" scope="row" sx={{ fontWeight: row.strong ? "600 !important" : undefined }}>
                    {t(`pricing.measure.${row.key}`)}
                  </Box>
                  {columns.map(({ key, outcome }) => (
                    <Box component="td" key={key} data-testid={`scenario-${row.key}`} sx={{ fontWeight: row.strong ? 700 : undefined }}>
                      {row.text(outcome)}
                    </Box>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

function Section({ title, width }: { readonly title: string; readonly width: number }) {
  return (
    <Box component="tr" sx={{ bgcolor: "action.hover" }}>
      <Box component="th" scope="rowgroup" colSpan={width} sx={{ fontWeight: "600 !important", fontSize: 12, color: "text.secondary" }}>
        {title}
      </Box>
    </Box>
  );
}

interface ColumnActionProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly testId: string;
  readonly children: ReactNode;
}

function ColumnAction({ label, onClick, testId, children }: ColumnActionProps) {
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={onClick} data-testid={testId} sx={{ p: 0.25, "& svg": { fontSize: 15 } }}>
        {children}
      </IconButton>
    </Tooltip>
  );
}
