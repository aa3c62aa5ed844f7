import { useTranslation } from "react-i18next";
import type { TornadoRanges } from "../../shared/domain/scenario-results.ts";
import type { ShiftKey } from "../../shared/domain/shifts.ts";
import { ShiftGrid } from "../model/ShiftGrid.tsx";
import { NumberInput } from "../ui/fields/NumberInput.tsx";
import { areSound } from "../ui/fields/number-problem.ts";
import type { Entered, UnderEdit } from "../ui/fields/unread.ts";
import { PlainTable } from "../ui/tables/PlainTable.tsx";

const ends = ["low", "high"] as const;

interface RangesEditorProps {
  readonly ranges: UnderEdit<TornadoRanges>;
  /** Drivers whose range is refused. */
  readonly invalid: ReadonlySet<string>;
  readonly onChange: (ranges: UnderEdit<TornadoRanges>) => void;
}

/** How far each driver is moved down and up. */
export function RangesEditor({ ranges, invalid, onChange }: RangesEditorProps) {
  const { t } = useTranslation();
  const change = (key: ShiftKey, end: "low" | "high", next: Entered<number>) => onChange({ ...ranges, [key]: { ...ranges[key], [end]: next } });
  return (
    <PlainTable aria-label={t("sensitivity.tornado.ranges")} sx={{ "& td": { px: 0.5 }, "& td:not(.unit)": { width: 66 } }}>
      <ShiftGrid
        caption={t("sensitivity.tornado.ranges")}
        corner={t("sensitivity.tornado.ranges")}
        columns={ends.map((key) => ({ key, name: t(`sensitivity.tornado.${key}`) }))}
        cellOf={({ key, kind, range }, end) => (
          <NumberInput
            label={`${t(`pricing.shift.${key}`)} ${t(`sensitivity.tornado.${end}`)}`}
            value={ranges[key][end]}
            kind={kind}
            range={range}
            isInvalid={invalid.has(key) && (ranges[key][end] === null || areSound([ranges[key].low, ranges[key].high], range))}
            onChange={(next) => change(key, end, next)}
            testId={`range-${key}-${end}`}
          />
        )}
      />
    </PlainTable>
  );
}
