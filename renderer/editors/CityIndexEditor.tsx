import CloseIcon from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { CityIndexRow } from "../../shared/domain/city-index.ts";
import { collateralKinds } from "../../shared/domain/codes.ts";
import { AssumptionField } from "../model/AssumptionField.tsx";
import { useEdited } from "../model/edit-scope.ts";
import { useIsRowShown } from "../model/field-rows.ts";
import { CellSelect } from "../ui/fields/CellSelect.tsx";
import { DenseInput } from "../ui/fields/DenseInput.tsx";
import { NoteArea } from "../ui/fields/NoteArea.tsx";
import { UnitText } from "../ui/fields/UnitText.tsx";
import { usePlainText } from "../ui/plain/use-plain-text.ts";
import { AddRowButton } from "./rows/AddRowButton.tsx";
import { dayProblem } from "./rows/day-problem.ts";
import { EditorHeading } from "./rows/EditorHeading.tsx";
import { useFieldNote } from "./rows/use-field-note.tsx";

const path = ["collateral", "cityIndex"] as const;
const newRow: CityIndexRow = { city: "", kind: null, from: "2025-01-01", annualChange: 0 };

/** Yearly changes of values by city and kind, each from a day on, in place of those by kind. */
export function CityIndexEditor({ rows }: { readonly rows: readonly CityIndexRow[] }) {
  const { t } = useTranslation();
  const { readOnly, edit } = useEdited([...path]);
  return (
    <>
      <EditorHeading>{t("pricing.route.cityIndex")}</EditorHeading>
      {rows.length === 0 ? <Typography variant="body2">{t("pricing.route.noCities")}</Typography> : null}
      {rows.map((_, index) => (
        // A row has no name of its own before its city is typed.
        <CityRow key={index} index={index} onRemove={() => edit(rows.filter((_, at) => at !== index))} />
      ))}
      {readOnly ? null : (
        <AddRowButton text={t("pricing.route.addCity")} path={[...path, rows.length]} onAdd={() => edit([...rows, newRow])} testId="add-city" />
      )}
    </>
  );
}

function CityRow({ index, onRemove }: { readonly index: number; readonly onRemove: () => void }) {
  const { t } = useTranslation();
  const name = useEdited([...path, index, "city"]);
  const kind = useEdited([...path, index, "kind"]);
  const from = useEdited([...path, index, "from"]);
  const city = typeof name.stored === "string" ? name.stored : "";
  const input = usePlainText({ value: city, onChange: name.edit, onLeave: name.leave });
  const nameNote = useFieldNote({
    path: [...path, index, "city"],
    label: t("pricing.route.city"),
    problem: city.trim() === "" ? t("typed.required") : null,
  });
  const day = typeof from.stored === "string" ? from.stored : "";
  const dayInput = usePlainText({ value: day, onChange: from.edit, onLeave: from.leave });
  const dayNote = useFieldNote({ path: [...path, index, "from"], label: t("pricing.route.cityFrom"), problem: dayProblem(day, t) });
  const isShown = useIsRowShown(
    (["city", "kind", "from", "annualChange"] as const).map((field) => ({ path: [...path, index, field], label: `${city} ${t("pricing.route.cityChange")}` })),
  );
  if (!isShown) return null;
  return (
    <NoteArea>
      <Box data-assumption={`collateral.cityIndex.${index}`} sx={{ display: "grid", rowGap: 0.25, py: 0.25 }}>
        <Box sx={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr) 112px 24px", alignItems: "center", columnGap: 0.75 }}>
          <DenseInput
            {...input}
            readOnly={name.readOnly}
            error={nameNote.isRefused}
            placeholder={t("pricing.route.city")}
            inputProps={{ "aria-label": t("pricing.route.city"), ...nameNote.described, "data-testid": `city-${index}` }}
          />
          {nameNote.note}
          <CellSelect
            label={`${city} ${t("pricing.route.cityKind")}`}
            value={collateralKinds.find((one) => one === kind.stored) ?? null}
            options={collateralKinds}
            textOf={(one) => t(`code.collateralKind.${one}`)}
            noneText={t("pricing.route.allKinds")}
            onChange={(one) => kind.edit(one)}
            disabled={kind.readOnly}
            width="100%"
            testId={`city-kind-${index}`}
          />
          {name.readOnly ? null : (
            <IconButton aria-label={`${t("pricing.route.removeCity")} ${index + 1}`} onClick={onRemove} sx={{ p: 0.25 }}>
              <CloseIcon fontSize="tiny" />
            </IconButton>
          )}
        </Box>
        <Box sx={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr) 88px 56px 24px", alignItems: "center", columnGap: 0.75 }}>
          <UnitText>{t("pricing.route.cityFrom")}</UnitText>
          <DenseInput
            {...dayInput}
            readOnly={from.readOnly}
            error={dayNote.isRefused}
            placeholder="YYYY-MM-DD"
            inputProps={{ "aria-label": `${city} ${t("pricing.route.cityFrom")}`, ...dayNote.described }}
          />
          {dayNote.note}
          <AssumptionField
            path={[...path, index, "annualChange"]}
            kind="percent"
            label={`${city} ${t("pricing.route.cityChange")}`}
            testId={`city-change-${index}`}
          />
          <UnitText>%</UnitText>
        </Box>
      </Box>
    </NoteArea>
  );
}
