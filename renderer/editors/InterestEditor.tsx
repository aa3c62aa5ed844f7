import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Assumptions } from "../../shared/domain/assumptions.ts";
import { knownInterestBases } from "../../shared/domain/codes.ts";
import { useEdited } from "../model/edit-scope.ts";
import { useIsRowShown } from "../model/field-rows.ts";
import { CellSelect } from "../ui/fields/CellSelect.tsx";
import { FieldRow } from "./rows/FieldRow.tsx";
import { SwitchRow } from "./rows/SwitchRow.tsx";

/** Which interest a claim is admitted with where the list states none. */
export function InterestEditor({ interest }: Pick<Assumptions, "interest">) {
  const { t } = useTranslation();
  const { readOnly, edit } = useEdited(["interest", "admitted"]);
  const label = t("pricing.route.interest.admitted");
  const isShown = useIsRowShown([{ path: ["interest", "admitted"], label }]);
  return (
    <>
      {isShown ? (
        <Box
          data-assumption="interest.admitted"
          sx={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr) 148px", alignItems: "center", columnGap: 0.75, minHeight: 27 }}
        >
          <Typography variant="body2" component="span">
            {label}
          </Typography>
          <CellSelect
            label={label}
            value={interest.admitted}
            options={knownInterestBases}
            textOf={(basis) => t(`code.interestBasis.${basis}`)}
            onChange={(basis) => basis !== null && edit(basis)}
            disabled={readOnly}
            width="100%"
            testId="interest-admitted"
          />
        </Box>
      ) : null}
      <SwitchRow label={t("pricing.route.interest.countsDelay")} path={["interest", "countsDelay"]} testId="counts-delay" />
      <FieldRow label={t("pricing.route.interest.delayRatePerDay")} unit="%" path={["interest", "delayRatePerDay"]} kind="percent" />
    </>
  );
}
