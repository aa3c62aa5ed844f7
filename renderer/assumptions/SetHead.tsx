import Box from "@mui/material/Box";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AssumptionSet } from "../../shared/contract/assumption-channels.ts";
import type { EditedValue, EditPath } from "../model/edit-path.ts";
import { DayField } from "../ui/fields/DayField.tsx";
import type { Entered } from "../ui/fields/unread.ts";
import { PlainTextField } from "../ui/plain/PlainTextField.tsx";

/** A set whose date is being typed. */
export type SetUnderEdit = Omit<AssumptionSet, "asOf"> & { readonly asOf: Entered<string> };

interface SetHeadProps {
  readonly draft: SetUnderEdit;
  readonly onEdit: (path: EditPath, next: EditedValue) => void;
  readonly onLeave: () => void;
  readonly invalidPaths: ReadonlySet<string>;
  /** What can be done with the set. */
  readonly children: ReactNode;
}

/** Names and date of a set, and what can be done with it; stays in view while the groups scroll. */
export function SetHead({ draft, onEdit, onLeave, invalidPaths, children }: SetHeadProps) {
  const { t } = useTranslation();
  const field = (key: "nameZh" | "nameEn") => ({
    label: t(`pricing.sets.${key}`),
    value: draft[key],
    disabled: draft.seeded,
    error: invalidPaths.has(key),
    onChange: (text: string) => onEdit([key], text),
    onLeave,
    testId: `set-${key}`,
  });
  return (
    <Box
      sx={{
        display: "flex",
        flexWrap: "wrap",
        alignItems: "center",
        gap: 1,
        px: 2,
        py: 1,
        borderBottom: 1,
        borderColor: "divider",
        position: "sticky",
        top: 0,
        zIndex: 2,
        bgcolor: "background.paper",
      }}
    >
      <PlainTextField {...field("nameZh")} sx={{ flex: "1 1 200px" }} />
      <PlainTextField {...field("nameEn")} sx={{ flex: "1 1 270px" }} />
      <DayField
        label={t("pricing.sets.asOf")}
        value={draft.asOf}
        disabled={draft.seeded}
        error={draft.asOf === null ? t("typed.required") : undefined}
        onChange={(asOf) => onEdit(["asOf"], asOf)}
        onLeave={onLeave}
        width={150}
        testId="set-as-of"
      />
      {children}
    </Box>
  );
}
