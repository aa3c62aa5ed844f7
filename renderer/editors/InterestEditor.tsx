import { useTranslation } from "react-i18next";
import type { Assumptions } from "../../shared/domain/assumptions.ts";
import { knownInterestBases } from "../../shared/domain/codes.ts";
import { ChoiceRow } from "./rows/ChoiceRow.tsx";
import { FieldRow } from "./rows/FieldRow.tsx";
import { SwitchRow } from "./rows/SwitchRow.tsx";

/** Which interest a claim is admitted with where the list states none. */
export function InterestEditor({ interest }: Pick<Assumptions, "interest">) {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceRow
        label={t("pricing.route.interest.admitted")}
        path={["interest", "admitted"]}
        value={interest.admitted}
        options={knownInterestBases}
        textOf={(basis) => t(`code.interestBasis.${basis}`)}
        testId="interest-admitted"
      />
      <SwitchRow label={t("pricing.route.interest.countsDelay")} path={["interest", "countsDelay"]} testId="counts-delay" />
      <FieldRow label={t("pricing.route.interest.delayRatePerDay")} unit="%" path={["interest", "delayRatePerDay"]} kind="percent" />
      <SwitchRow label={t("pricing.route.interest.accruesToSale")} path={["interest", "accruesToSale"]} testId="accrues-to-sale" />
      <FieldRow label={t("pricing.route.interest.accrualRate")} unit="%" path={["interest", "accrualRate"]} kind="percent" testId="accrualRate" />
      <SwitchRow label={t("pricing.route.interest.capsPrincipalAlone")} path={["interest", "capsPrincipalAlone"]} testId="caps-principal" />
    </>
  );
}
