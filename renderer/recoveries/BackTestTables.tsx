import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { RecoveryBackTestLine, RecoveryCalibration } from "../../shared/domain/recoveries.ts";
import { formatNumber, formatRate, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { PlainTable } from "../ui/tables/PlainTable.tsx";
import { fenOf } from "./SegmentTable.tsx";

type BackTest = NonNullable<RecoveryCalibration["backTest"]>;

/** Receipts foretold for what was held back beside those that came: by part, and the same loans by segment. */
export function BackTestTables({ backTest: { folds, segments, total } }: { readonly backTest: BackTest }) {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 2, alignItems: "start" }}>
      <BackTestTable
        label={t("recoveries.backTestHead.part")}
        total={total}
        lines={folds.map((line, at) => ({ name: t("recoveries.fold", { number: at + 1 }), line }))}
        testId="back-test-folds"
      />
      <BackTestTable
        label={t("recoveries.head.segment")}
        total={total}
        lines={segments.map((line) => ({ name: line.segment, line }))}
        testId="back-test-segments"
      />
    </Box>
  );
}

interface BackTestTableProps {
  readonly label: string;
  readonly lines: readonly { readonly name: string; readonly line: RecoveryBackTestLine }[];
  readonly total: RecoveryBackTestLine;
  readonly testId: string;
}

function BackTestTable({ label, lines, total, testId }: BackTestTableProps) {
  const { t } = useTranslation();
  const unit = moneyUnitLabel(useMoneyUnit(), useLanguage());
  return (
    <PlainTable aria-label={`${t("recoveries.backTest")}: ${label}`} data-testid={testId}>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          {(["loans", "predicted", "realised", "error"] as const).map((key) => (
            <th key={key} scope="col" className="number">
              {t(`recoveries.backTestHead.${key}`)}
              {key === "predicted" || key === "realised" ? ` (${unit})` : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...lines, { name: t("recoveries.total"), line: total }].map(({ name, line: { loans, predictedYuan, realisedYuan } }, at) => (
          <tr key={name} data-strong={at === lines.length}>
            <th scope="row">{name}</th>
            <td>{formatNumber(loans)}</td>
            <td>
              <MoneyText fen={fenOf(predictedYuan)} />
            </td>
            <td>
              <MoneyText fen={fenOf(realisedYuan)} />
            </td>
            <td>{realisedYuan === 0 ? t("recoveries.errorNone") : formatRate(predictedYuan / realisedYuan - 1)}</td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
