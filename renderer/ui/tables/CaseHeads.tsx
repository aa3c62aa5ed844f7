import Box from "@mui/material/Box";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CaseName } from "../../../shared/domain/codes.ts";
import type { CaseResult } from "../../../shared/domain/pricing-results.ts";

interface CaseHeadsProps {
  /** Says the unit of money, above the names of the rows. */
  readonly moneyIn: string;
  readonly cases: readonly CaseResult[];
  readonly caseName: CaseName;
  readonly onSelect: (caseName: CaseName) => void;
  /** Stands behind the unit. */
  readonly action?: ReactNode;
}

/** Head of a table with a column for each case; a click chooses the case. */
export function CaseHeads({ moneyIn, cases, caseName: selected, onSelect, action }: CaseHeadsProps) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <Box component="th" scope="col" sx={{ typography: "body2", textAlign: "left", color: "text.secondary" }}>
          {moneyIn}
          {action}
        </Box>
        {cases.map(({ caseName }) => (
          <Box
            component="th"
            scope="col"
            key={caseName}
            sx={{
              position: "relative",
              textAlign: "right",
              fontWeight: 700,
              color: caseName === selected ? "primary.main" : "text.primary",
              borderBottom: 2,
              borderColor: caseName === selected ? "primary.main" : "divider",
            }}
          >
            <Box component="button" type="button" aria-pressed={caseName === selected} onClick={() => onSelect(caseName)} sx={headButton}>
              {t(`code.caseName.${caseName}`)}
            </Box>
          </Box>
        ))}
      </tr>
    </thead>
  );
}

const headButton = {
  all: "unset",
  cursor: "pointer",
  "&:hover": { textDecoration: "underline dotted" },
  "&:focus-visible": { outline: "2px solid" },
  // The whole head is the target.
  "&::after": { content: '""', position: "absolute", inset: 0 },
} as const;
