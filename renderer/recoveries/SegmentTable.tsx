import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { type Segment, segments } from "../../shared/domain/codes.ts";
import type { RecoveryCalibration, RecoverySegment } from "../../shared/domain/recoveries.ts";
import { formatNumber, formatRate, moneyUnitLabel, noValue } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { CellSelect } from "../ui/fields/CellSelect.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { PlainTable } from "../ui/tables/PlainTable.tsx";
import type { Mapping } from "./use-recoveries.ts";

interface SegmentTableProps {
  readonly calibration: RecoveryCalibration;
  readonly mapping: Mapping;
  readonly onMap: (names: readonly string[], segment: Segment | null) => void;
  readonly ratesToday: Readonly<Record<Segment, number>> | null;
}

/** Fen of an amount in yuan. */
export const fenOf = (yuan: number): number => Math.round(yuan * 100);

/** Own rates by segment of the file, how far they are believed, and the model's segment that each stands for. */
export function SegmentTable({ calibration, mapping, onMap, ratesToday }: SegmentTableProps) {
  const { t } = useTranslation();
  const unit = moneyUnitLabel(useMoneyUnit(), useLanguage());
  const names = calibration.segments.map(({ segment }) => segment);
  return (
    <Box sx={{ overflowX: "auto" }}>
      <PlainTable aria-label={t("recoveries.segments")} data-testid="recovery-segments" sx={{ width: 1 }}>
        <thead>
          <tr>
            <th scope="col">{t("recoveries.head.segment")}</th>
            {(["loans", "balance", "rate", "error", "weight", "shrunk"] as const).map((key) => (
              <th key={key} scope="col" className="number">
                {t(`recoveries.head.${key}`)}
                {key === "balance" ? ` (${unit})` : null}
              </th>
            ))}
            <th scope="col">{t("recoveries.head.mapped")}</th>
            <th scope="col" className="number">
              {t("recoveries.head.today")}
            </th>
          </tr>
        </thead>
        <tbody>
          {calibration.segments.map((one) => (
            <SegmentRow key={one.segment} one={one} mapped={mapping[one.segment] ?? null} onMap={onMap} ratesToday={ratesToday} />
          ))}
          <tr data-strong>
            <th scope="row">{t("recoveries.pool")}</th>
            <td>{formatNumber(calibration.loans)}</td>
            <td>
              <MoneyText fen={fenOf(calibration.balanceYuan)} />
            </td>
            <td>{formatRate(calibration.rate)}</td>
            <td>{formatRate(calibration.standardError)}</td>
            <td>{noValue}</td>
            <td>{noValue}</td>
            <td className="words">
              {names.length < 2 ? null : (
                <CellSelect
                  label={t("recoveries.mapAll")}
                  value={null}
                  options={segments}
                  textOf={(segment) => t(`code.segment.${segment}`)}
                  noneText={t("recoveries.mapAll")}
                  onChange={(segment) => segment !== null && onMap(names, segment)}
                  width={200}
                  testId="map-all"
                />
              )}
            </td>
            <td>{noValue}</td>
          </tr>
        </tbody>
      </PlainTable>
    </Box>
  );
}

interface SegmentRowProps extends Pick<SegmentTableProps, "onMap" | "ratesToday"> {
  readonly one: RecoverySegment;
  readonly mapped: Segment | null;
}

function SegmentRow({ one, mapped, onMap, ratesToday }: SegmentRowProps) {
  const { t } = useTranslation();
  const { segment: name, loans, balanceYuan, rate, standardError, weight, shrunkRate } = one;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatNumber(loans)}</td>
      <td>
        <MoneyText fen={fenOf(balanceYuan)} />
      </td>
      <td>{formatRate(rate)}</td>
      <td>{formatRate(standardError)}</td>
      <td>{weight === null ? noValue : formatNumber(weight, 3)}</td>
      <td>{formatRate(shrunkRate)}</td>
      <td className="words">
        <CellSelect
          label={t("recoveries.mapOf", { name })}
          value={mapped}
          options={segments}
          textOf={(segment) => t(`code.segment.${segment}`)}
          noneText={t("recoveries.unmapped")}
          onChange={(segment) => onMap([name], segment)}
          width={200}
          testId={`map-${name}`}
        />
      </td>
      <td>{mapped === null || ratesToday === null ? noValue : formatRate(ratesToday[mapped])}</td>
    </tr>
  );
}
