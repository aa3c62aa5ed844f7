import Box from "@mui/material/Box";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../desk/desk-client.ts";
import { showError } from "../desk/session-store.ts";
import { DayField } from "../ui/fields/DayField.tsx";
import { type Entered, isUnread } from "../ui/fields/unread.ts";

interface RetentionFieldProps {
  readonly dealId: number;
  readonly name: string;
  readonly until: string | null;
}

/** The last day for which a deal is kept; stored as the field is left. */
export function RetentionField({ dealId, name, until }: RetentionFieldProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState<Entered<string>>(until);
  const store = (next: Entered<string>) => {
    setValue(next);
    if (!isUnread(next) && next !== until) void call("erase.setRetention", { dealId, until: next }).catch(showError);
  };
  // The name of the field stands on its upper edge.
  return (
    <Box sx={{ pt: 1 }}>
      <DayField label={`${t("erase.retainUntil")} · ${name}`} value={value} onChange={store} width={220} testId={`retain-until-${dealId}`} />
    </Box>
  );
}
