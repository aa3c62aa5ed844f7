import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type InspectionHours, inspectionHoursSchema } from "../../shared/domain/diligence.ts";
import { useAction } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import type { Entered } from "../ui/fields/unread.ts";
import { HoursField } from "./HoursField.tsx";

interface HoursFormProps {
  readonly dealId: number;
  readonly hours: InspectionHours;
  readonly isReadOnly: boolean;
}

/** Hours that are left, and that a file takes where nothing else is stated. */
export function HoursForm({ dealId, hours, isReadOnly }: HoursFormProps) {
  const { t } = useTranslation();
  const action = useAction("diligence.saveHours");
  const [left, setLeft] = useState<Entered<number>>(hours.hoursLeft);
  const [each, setEach] = useState<Entered<number>>(hours.hoursEach);
  const typed = inspectionHoursSchema.safeParse({ hoursLeft: left, hoursEach: each });
  const isChanged = left !== hours.hoursLeft || each !== hours.hoursEach;
  const fields = typed.error?.issues.map(({ path: [field] }) => field) ?? [];
  const problem = (field: string) => (fields.includes(field) ? t("diligence.hoursRange") : undefined);
  return (
    <Box
      component="form"
      aria-label={t("diligence.hoursForm")}
      sx={{ display: "flex", gap: 1, alignItems: "center" }}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.success) void action.run({ dealId, hours: typed.data });
      }}
    >
      <ErrorAlert error={action.error} />
      <Box sx={{ width: 150 }}>
        <HoursField label={t("diligence.hoursLeft")} value={left} onChange={setLeft} error={problem("hoursLeft")} testId="diligence-hours-left" />
      </Box>
      <Box sx={{ width: 150 }}>
        <HoursField label={t("diligence.hoursEach")} value={each} onChange={setEach} error={problem("hoursEach")} testId="diligence-hours-each" />
      </Box>
      <Button type="submit" variant="contained" disabled={isReadOnly || !isChanged || !typed.success || action.busy} data-testid="diligence-replan">
        {t("diligence.replan")}
      </Button>
    </Box>
  );
}
