import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { Segment } from "../../shared/domain/codes.ts";
import { ShiftGrid } from "../model/ShiftGrid.tsx";
import { NumberInput } from "../ui/fields/NumberInput.tsx";
import { PlainTable } from "../ui/tables/PlainTable.tsx";
import { type ScenarioDraft, withShift } from "./scenario-draft.ts";

interface ScenarioShiftsTableProps {
  readonly draft: ScenarioDraft;
  readonly onChange: (draft: ScenarioDraft) => void;
  readonly segments: readonly Segment[];
  /** Paths that the schema refuses. */
  readonly invalid: ReadonlySet<string>;
}

/** The shifts of a scenario: one column for all loans, one for each segment, which has no hurdle of its own. */
export function ScenarioShiftsTable({ draft, onChange, segments, invalid }: ScenarioShiftsTableProps) {
  const { t } = useTranslation();
  const nameOf = (column: Segment | "all"): string => (column === "all" ? t("scenarios.allLoans") : t(`code.segment.${column}`));
  return (
    <Box sx={{ overflowX: "auto" }}>
      <PlainTable aria-label={t("scenarios.shifts")} sx={{ "& td": { minWidth: 86, px: 0.5 }, "& tbody th": { whiteSpace: "nowrap" } }}>
        <ShiftGrid
          caption={t("scenarios.shifts")}
          columns={(["all", ...segments] as const).map((key) => ({ key, name: nameOf(key) }))}
          cellOf={({ key, kind, range }, column) =>
            column !== "all" && key === "hurdleRateShift" ? null : (
              <NumberInput
                label={`${t(`pricing.shift.${key}`)} ${nameOf(column)}`}
                value={draft[column]?.[key] ?? null}
                kind={kind}
                range={range}
                placeholder={column === "all" ? "" : t("scenarios.inherit")}
                isInvalid={invalid.has(`shifts.${column === "all" ? "all" : `segments.${column}`}.${key}`)}
                onChange={(next) => onChange(withShift(draft, column, key, next))}
                testId={`scenario-${column}-${key}`}
              />
            )
          }
        />
      </PlainTable>
    </Box>
  );
}
