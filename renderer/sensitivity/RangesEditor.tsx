import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TornadoRanges } from "../../shared/domain/scenario-results.ts";
import type { ShiftKey } from "../../shared/domain/shifts.ts";
import { ShiftField } from "../analyses/ShiftField.tsx";
import { ShiftGrid } from "../model/ShiftGrid.tsx";
import { PlainTable } from "../ui/tables/PlainTable.tsx";

const ends = ["low", "high"] as const;

interface RangesEditorProps {
  readonly ranges: TornadoRanges;
  /** Drivers whose range is refused. */
  readonly invalid: ReadonlySet<string>;
  readonly onChange: (ranges: TornadoRanges) => void;
}

/** How far each driver is moved down and up. */
export function RangesEditor({ ranges, invalid, onChange }: RangesEditorProps) {
  const { t } = useTranslation();
  // A field that is emptied while it is typed has no number yet.
  const [empty, setEmpty] = useState<string | null>(null);
  const change = (key: ShiftKey, end: "low" | "high", next: number | null) => {
    setEmpty(next === null ? `${key}.${end}` : null);
    onChange({ ...ranges, [key]: { ...ranges[key], [end]: next ?? Number.NaN } });
  };
  return (
    <PlainTable aria-label={t("sensitivity.tornado.ranges")} sx={{ "& td": { px: 0.5 }, "& td:not(.unit)": { width: 66 } }}>
      <ShiftGrid
        caption={t("sensitivity.tornado.ranges")}
        corner={t("sensitivity.tornado.ranges")}
        columns={ends.map((key) => ({ key, name: t(`sensitivity.tornado.${key}`) }))}
        cellOf={({ key, kind }, end) => (
          <ShiftField
            label={`${t(`pricing.shift.${key}`)} ${t(`sensitivity.tornado.${end}`)}`}
            value={empty === `${key}.${end}` ? null : ranges[key][end]}
            kind={kind}
            isInvalid={invalid.has(key)}
            onChange={(next) => change(key, end, next)}
            testId={`range-${key}-${end}`}
          />
        )}
      />
    </PlainTable>
  );
}
