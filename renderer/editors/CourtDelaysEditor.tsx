import CloseIcon from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { CourtDelay } from "../../shared/domain/assumptions.ts";
import { AssumptionField } from "../model/AssumptionField.tsx";
import { useEdited } from "../model/edit-scope.ts";
import { useIsRowShown } from "../model/field-rows.ts";
import { DenseInput } from "../ui/fields/DenseInput.tsx";
import { NoteArea } from "../ui/fields/NoteArea.tsx";
import { UnitText } from "../ui/fields/UnitText.tsx";
import { usePlainText } from "../ui/plain/use-plain-text.ts";
import { AddRowButton } from "./rows/AddRowButton.tsx";
import { useFieldNote } from "./rows/use-field-note.tsx";

/** Courts that are slower or faster than the table by stage says; names as the loan list writes them. */
export function CourtDelaysEditor({ delays }: { readonly delays: readonly CourtDelay[] }) {
  const { t } = useTranslation();
  const { readOnly, edit } = useEdited(["courtDelays"]);
  return (
    <>
      {delays.length === 0 ? <Typography variant="body2">{t("pricing.route.noCourts")}</Typography> : null}
      {delays.map((_, index) => (
        // A row has no name of its own before its court is typed.
        <CourtRow key={index} index={index} onRemove={() => edit(delays.filter((_, at) => at !== index))} />
      ))}
      {readOnly ? null : (
        <AddRowButton
          text={t("pricing.route.addCourt")}
          path={["courtDelays", delays.length]}
          onAdd={() => edit([...delays, { court: "", months: 0 }])}
          testId="add-court"
        />
      )}
    </>
  );
}

function CourtRow({ index, onRemove }: { readonly index: number; readonly onRemove: () => void }) {
  const { t } = useTranslation();
  const { stored, readOnly, edit, leave } = useEdited(["courtDelays", index, "court"]);
  const court = typeof stored === "string" ? stored : "";
  const input = usePlainText({ value: court, onChange: edit, onLeave: leave });
  const { isRefused, described, note } = useFieldNote({
    path: ["courtDelays", index, "court"],
    label: t("pricing.route.court"),
    problem: court === "" ? t("typed.required") : null,
  });
  const isShown = useIsRowShown([{ path: ["courtDelays", index], label: `${court} ${t("pricing.route.courtMonths")}` }]);
  if (!isShown) return null;
  return (
    <NoteArea>
      <Box
        data-assumption={`courtDelays.${index}`}
        sx={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr) 56px 24px 24px", alignItems: "center", columnGap: 0.75, minHeight: 28 }}
      >
        <DenseInput
          {...input}
          readOnly={readOnly}
          error={isRefused}
          placeholder={t("pricing.route.court")}
          inputProps={{ "aria-label": t("pricing.route.court"), ...described }}
        />
        {note}
        <AssumptionField path={["courtDelays", index, "months"]} kind="months" label={t("pricing.route.courtMonths")} />
        <UnitText>{t("pricing.unit.month")}</UnitText>
        {readOnly ? null : (
          <IconButton aria-label={t("pricing.route.removeCourt")} onClick={onRemove} sx={{ p: 0.25 }}>
            <CloseIcon fontSize="tiny" />
          </IconButton>
        )}
      </Box>
    </NoteArea>
  );
}
