import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { CaseName } from "../../shared/domain/codes.ts";
import { useRovingFocus } from "../desk/use-roving-focus.ts";
import type { OpenFigure } from "../traces/FigureDrawer.tsx";

interface YearButtonsProps {
  readonly caseName: CaseName;
  readonly years: number;
  readonly onExplain: (opened: OpenFigure) => void;
}

const monthsOf = (year: number) => ({ from: year === 1 ? 0 : (year - 1) * 12 + 1, to: year * 12 });

/** The flow of each year, to be explained. */
export function YearButtons({ caseName, years, onExplain }: YearButtonsProps) {
  const { t } = useTranslation();
  const roving = useRovingFocus<HTMLDivElement>("button");
  return (
    <Box
      ref={roving}
      sx={{
        typography: "body2",
        pb: 0.5,
        color: "text.secondary",
        textAlign: "right",
        "& button": {
          all: "unset",
          cursor: "pointer",
          px: 0.5,
          color: "primary.main",
          "&:hover": { textDecoration: "underline" },
          "&:focus-visible": { outline: "2px solid" },
        },
      }}
    >
      {t("figure.years")}
      {Array.from({ length: years }, (_, index) => index + 1).map((year) => (
        <button
          key={year}
          type="button"
          aria-label={t("figure.openYear", { year })}
          onClick={() => onExplain({ caseName, figure: { name: "flow", price: "bidPrice", months: monthsOf(year), loanId: null } })}
        >
          {t("figure.yearNumber", { year })}
        </button>
      ))}
    </Box>
  );
}
