import { useTranslation } from "react-i18next";
import type { Cases } from "../../shared/domain/assumptions.ts";
import { caseNames } from "../../shared/domain/codes.ts";
import { shortShiftText } from "../analyses/shift-texts.ts";
import { useLanguage } from "../desk/session-store.ts";
import { shiftFields } from "../model/shift-fields.ts";
import { PlainTable } from "../ui/tables/PlainTable.tsx";

/** How each case of a run differed from its assumptions. */
export function RunShifts({ cases }: { readonly cases: Cases }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <PlainTable tabIndex={0} aria-label={t("runs.shifts")} sx={{ width: "100%" }}>
      <thead>
        <tr>
          <th aria-label={t("runs.shifts")} />
          {caseNames.map((name) => (
            <th scope="col" className="number" key={name}>
              {t(`code.caseName.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shiftFields.map(({ key }) => (
          <tr key={key}>
            <th scope="row">{t(`pricing.shift.${key}`)}</th>
            {caseNames.map((name) => (
              <td key={name}>{shortShiftText(key, cases[name][key], language, t)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
