import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { segments } from "../../shared/domain/codes.ts";
import { shiftKeys } from "../../shared/domain/shifts.ts";
import { shortShiftText } from "../analyses/shift-texts.ts";
import { useLanguage } from "../desk/session-store.ts";
import { SectionRow } from "../ui/tables/SectionRow.tsx";
import type { ScenarioColumn } from "./scenario-columns.ts";

/** What each column shifts, for all loans and for segments of its own. */
export function ShiftRows({ columns }: { readonly columns: readonly ScenarioColumn[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hasSegments = columns.some(({ scenario }) => scenario !== undefined && Object.keys(scenario.shifts.segments).length > 0);
  return (
    <>
      <SectionRow title={t("scenarios.shifts")} columns={columns.length + 1} />
      {shiftKeys.map((key) => (
        <tr key={key}>
          <th scope="row">{t(`pricing.shift.${key}`)}</th>
          {columns.map(({ key: column, shifts }) => (
            <td key={column}>
              {shifts === undefined || !Number.isFinite(shifts[key]) || shifts[key] === 0 ? "" : shortShiftText(key, shifts[key], language, t)}
            </td>
          ))}
        </tr>
      ))}
      {hasSegments ? <SegmentRow columns={columns} /> : null}
    </>
  );
}

function SegmentRow({ columns }: { readonly columns: readonly ScenarioColumn[] }) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row" aria-label={t("scenarios.shifts")} />
      {columns.map(({ key, scenario }) => {
        const own = segments.filter((segment) => scenario?.shifts.segments[segment] !== undefined).map((segment) => t(`code.segment.${segment}`));
        return (
          <td key={key}>
            <Box sx={{ typography: "fine", whiteSpace: "normal", color: "text.secondary" }}>
              {own.length === 0 ? "" : t("scenarios.segmentShifts", { segments: own.join(t("gaps.separator")) })}
            </Box>
          </td>
        );
      })}
    </tr>
  );
}
