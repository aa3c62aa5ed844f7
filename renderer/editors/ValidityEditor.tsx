import { useTranslation } from "react-i18next";
import { validitySwitches } from "../../shared/domain/codes.ts";
import { SwitchRow } from "./rows/SwitchRow.tsx";

/** Which failed checks take a claim, or a guarantee, to zero. */
export function ValidityEditor() {
  const { t } = useTranslation();
  return validitySwitches.map((check) => <SwitchRow key={check} label={t(`pricing.route.check.${check}`)} path={["validity", check]} />);
}
