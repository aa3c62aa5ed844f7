import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { validitySwitches } from "../../shared/domain/codes.ts";
import type { EditPath } from "../model/edit-path.ts";
import { useEdited } from "../model/edit-scope.ts";
import { FieldRow } from "./EditorParts.tsx";

export function GuarantorsEditor() {
  const { t } = useTranslation();
  const month = t("pricing.unit.month");
  return (
    <>
      <FieldRow label={t("pricing.route.probability")} unit="%" path={["guarantors", "probability"]} kind="percent" />
      <FieldRow label={t("pricing.route.recoveryRate")} unit="%" path={["guarantors", "recoveryRate"]} kind="percent" />
      <FieldRow label={t("pricing.route.firstMonth")} unit={t("pricing.unit.monthNumber")} path={["guarantors", "firstMonth"]} kind="months" />
      <FieldRow label={t("pricing.route.windowMonths")} unit={month} path={["guarantors", "windowMonths"]} kind="months" />
    </>
  );
}

/** Which failed checks take a claim, or a guarantee, to zero. */
export function ValidityEditor() {
  const { t } = useTranslation();
  return validitySwitches.map((check) => <SwitchRow key={check} label={t(`pricing.route.check.${check}`)} path={["validity", check]} />);
}

function SwitchRow({ label, path }: { readonly label: string; readonly path: EditPath }) {
  const { stored, readOnly, edit } = useEdited(path);
  // The draft follows a moment later; until then the box shows what was clicked.
  const [clicked, setClicked] = useState<{ readonly over: unknown; readonly checked: boolean } | null>(null);
  const checked = clicked !== null && clicked.over === stored ? clicked.checked : stored === true;
  const choose = (next: boolean) => {
    setClicked({ over: stored, checked: next });
    edit(next);
  };
  return (
    <FormControlLabel
      disabled={readOnly}
      control={<Checkbox size="small" checked={checked} onChange={(_, next) => choose(next)} sx={{ p: 0.25, mr: 0.5 }} />}
      label={label}
      sx={{ display: "flex", alignItems: "center", mx: 0, minHeight: 27, "& .MuiFormControlLabel-label": { fontSize: 12.5, lineHeight: 1.25 } }}
    />
  );
}
