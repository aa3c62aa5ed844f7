import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import { useTranslation } from "react-i18next";
import type { TapeRecord } from "../../shared/contract/tape-channels.ts";
import type { ReconciliationLine, TapeReport } from "../../shared/domain/import-report.ts";
import { type TapeFinding, tapeFindingCodes } from "../../shared/domain/tape-findings.ts";
import { formatMoney, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import type { KeyUnder } from "../desk/i18n.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { tableStyle } from "./table-style.ts";

/** What became of every row of the file. */
export function TapeReportView({ tape }: { readonly tape: TapeRecord }) {
  const { t } = useTranslation();
  const { report } = tape;
  return (
    <>
      <RowCounts report={report} />
      <Box sx={{ display: "grid", gridTemplateColumns: "minmax(0, 2.2fr) minmax(240px, 1fr)", gap: 1.5, alignItems: "start", flexShrink: 0 }}>
        <Reconciliation lines={report.reconciliation} />
        <CollateralCounts report={report} />
      </Box>
      <Findings title={t("pricing.tape.rejections")} empty={t("pricing.tape.noRejections")} findings={report.rejections} />
      <Findings title={t("pricing.tape.warnings")} empty={t("pricing.tape.noWarnings")} findings={report.warnings} />
      <FindingCounts report={report} />
    </>
  );
}

function RowCounts({ report: { counts } }: { readonly report: TapeReport }) {
  const { t } = useTranslation();
  const figures = [
    { id: "rows-in", label: t("pricing.tape.rowsIn"), count: counts.loanRows, sign: "=" },
    { id: "rows-kept", label: t("pricing.tape.rowsKept"), count: counts.loansKept, sign: "+" },
    { id: "rows-rejected", label: t("pricing.tape.rowsRejected"), count: counts.loansRejected, sign: "" },
  ];
  return (
    <Paper variant="outlined" sx={{ display: "flex", alignItems: "center", flexWrap: "wrap", gap: 2, px: 2, py: 1, flexShrink: 0 }}>
      {figures.map((figure) => (
        <Box key={figure.id} sx={{ display: "flex", alignItems: "center", gap: 2 }}>
          <Box>
            <Box sx={{ fontSize: 12, color: "text.secondary" }}>{figure.label}</Box>
            <Box
              data-testid={figure.id}
              sx={{
                fontSize: 20,
                fontWeight: 600,
                fontVariantNumeric: "tabular-nums",
                color: figure.id === "rows-rejected" && figure.count > 0 ? "error.main" : "text.primary",
              }}
            >
              {formatNumber(figure.count)}
            </Box>
          </Box>
          <Box aria-hidden sx={{ fontSize: 18, color: "text.secondary" }}>
            {figure.sign}
          </Box>
        </Box>
      ))}
      <Box sx={{ flex: 1 }} />
      <Box sx={{ fontSize: 12.5, color: "text.secondary", fontVariantNumeric: "tabular-nums" }}>
        {t("pricing.tape.moreCounts", {
          debtors: formatNumber(counts.debtors),
          withoutDebtor: formatNumber(counts.loansWithoutDebtor),
          skipped: formatNumber(counts.skippedRows),
        })}
      </Box>
    </Paper>
  );
}

function Reconciliation({ lines }: { readonly lines: readonly ReconciliationLine[] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  return (
    <Paper variant="outlined" component="section" sx={{ overflowX: "auto" }}>
      <SectionTitle>{t("pricing.tape.reconciliation", { unit: moneyUnitLabel(unit, language) })}</SectionTitle>
      <Box component="table" sx={tableStyle}>
        <thead>
          <tr>
            <th scope="col">{t("pricing.tape.sheet")}</th>
            <th scope="col">{t("pricing.tape.field")}</th>
            {(["stated", "kept", "rejected", "difference"] as const).map((head) => (
              <th scope="col" className="number" key={head}>
                {t(`pricing.tape.${head}`)}
              </th>
            ))}
            <th scope="col">{t("pricing.tape.outcome")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.sheet}-${line.field}`}>
              <Box component="td" sx={{ whiteSpace: "nowrap" }}>
                {line.sheet}
              </Box>
              <td>{t(`tape.field.${line.field}`)}</td>
              <td className="number">{formatMoney(line.statedFen, unit)}</td>
              <td className="number">{formatMoney(line.keptFen, unit)}</td>
              <td className="number">
                {formatMoney(line.rejectedFen, unit)}
                {line.rejectedUnreadable > 0 ? ` ${t("pricing.tape.unreadable", { count: line.rejectedUnreadable })}` : ""}
              </td>
              <td className="number">{formatMoney(line.differenceFen, unit)}</td>
              <Box component="td" sx={{ color: line.outcome === "differs" ? "error.main" : line.outcome === "notStated" ? "text.secondary" : "success.main" }}>
                {t(`tape.outcome.${line.outcome}`)}
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
    </Paper>
  );
}

function CollateralCounts({ report: { counts, sums } }: { readonly report: TapeReport }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const rows: readonly (readonly [KeyUnder<"pricing.tape.count">, string])[] = [
    ["collateralRows", formatNumber(counts.collateralRows)],
    ["collateralKept", formatNumber(counts.collateralKept)],
    ["collateralRejected", formatNumber(counts.collateralRejected)],
    ["collateralJoined", formatNumber(counts.collateralJoined)],
    ["collateralOrphans", formatNumber(counts.collateralOrphans)],
    ["collateralOnRejectedLoans", formatNumber(counts.collateralOnRejectedLoans)],
    ["appraisal", formatMoney(sums.appraisalFen, unit)],
    ["appraisalJoined", formatMoney(sums.appraisalJoinedFen, unit)],
  ];
  return (
    <Paper variant="outlined" component="section" sx={{ overflowX: "auto" }}>
      <SectionTitle>{t("pricing.tape.collateral", { unit: moneyUnitLabel(unit, language) })}</SectionTitle>
      <Box component="table" sx={tableStyle}>
        <tbody>
          {rows.map(([key, text]) => (
            <tr key={key}>
              <th scope="row">{t(`pricing.tape.count.${key}`)}</th>
              <td className="number">{text}</td>
            </tr>
          ))}
        </tbody>
      </Box>
    </Paper>
  );
}

function Findings({ title, empty, findings }: { readonly title: string; readonly empty: string; readonly findings: readonly TapeFinding[] }) {
  const { t } = useTranslation();
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ flexShrink: 0 }}>
      <SectionTitle>{findings.length === 0 ? title : `${title} (${formatNumber(findings.length)})`}</SectionTitle>
      {findings.length === 0 ? (
        <Box sx={{ px: 1.25, pb: 1, fontSize: 12.5, color: "text.secondary" }}>{empty}</Box>
      ) : (
        <Box sx={{ maxHeight: 280, overflow: "auto" }}>
          <Box component="table" sx={{ ...tableStyle, "& thead th": { ...tableStyle["& thead th"], position: "sticky", top: 0 } }}>
            <thead>
              <tr>
                <th scope="col">{t("pricing.tape.sheet")}</th>
                <th scope="col" className="number">
                  {t("pricing.tape.row")}
                </th>
                <th scope="col">{t("pricing.tape.field")}</th>
                <th scope="col">{t("pricing.tape.reason")}</th>
                <th scope="col">{t("pricing.tape.raw")}</th>
              </tr>
            </thead>
            <tbody>
              {findings.map((finding, index) => (
                <tr key={`${finding.sheet}-${finding.row}-${finding.code}-${finding.field}-${index}`}>
                  <td>{finding.sheet}</td>
                  <td className="number">{finding.row ?? ""}</td>
                  <td>{finding.field === null ? "" : t(`tape.field.${finding.field}`)}</td>
                  <td>{t(`tape.code.${finding.code}`)}</td>
                  <Box component="td" sx={{ overflowWrap: "anywhere", maxWidth: 320 }}>
                    {finding.raw}
                  </Box>
                </tr>
              ))}
            </tbody>
          </Box>
        </Box>
      )}
    </Paper>
  );
}

/** The full counts, since the lists above end at a limit. */
function FindingCounts({ report }: { readonly report: TapeReport }) {
  const { t } = useTranslation();
  const counted = tapeFindingCodes.flatMap((code) =>
    report.findingCounts[code] ? [t("pricing.tape.findingCount", { finding: t(`tape.code.${code}`), count: formatNumber(report.findingCounts[code]) })] : [],
  );
  return counted.length === 0 ? null : <Box sx={{ fontSize: 12, color: "text.secondary", lineHeight: 1.6 }}>{counted.join(" · ")}</Box>;
}

function SectionTitle({ children }: { readonly children: string }) {
  return (
    <Box component="h2" sx={{ m: 0, px: 1.25, py: 0.75, fontSize: 13, fontWeight: 600 }}>
      {children}
    </Box>
  );
}
