import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { type QualityField, soundShare, weightOf } from "../../shared/domain/quality.ts";
import { formatNumber, formatRate, noValue } from "../../shared/format.ts";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useTableExport } from "../ui/exports/use-export.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

const figures = ["weight", "rows", "present", "valid", "consistent", "sound", "unread"] as const;
const shares: readonly (typeof figures)[number][] = ["present", "valid", "consistent", "sound"];

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Stated of all rows; valid and consistent of those that are stated. */
function figuresOf(one: QualityField): Record<(typeof figures)[number], number | null> {
  const { rows, present, invalid, inconsistent, unread } = one;
  return {
    weight: weightOf(one),
    rows,
    present: share(present, rows),
    valid: share(present - invalid, present),
    consistent: share(present - inconsistent, present),
    sound: soundShare(one),
    unread,
  };
}

/** What is stated of each field, and how much of it is in doubt; fields that nobody states and nothing weighs are left out. */
export function FieldQualityTable({ fields }: { readonly fields: readonly QualityField[] }) {
  const { t } = useTranslation();
  const title = t("quality.fields");
  const shown = fields.filter((one) => one.rows > 0 && (one.present > 0 || one.unread > 0 || weightOf(one) > 0));
  const exporting = useTableExport(title, () => [
    {
      name: title,
      columns: [
        { head: t("quality.list"), kind: "text" },
        { head: t("quality.field"), kind: "text" },
        ...figures.map((key) => ({ head: t(`quality.${key}`), kind: shares.includes(key) ? ("rate" as const) : ("number" as const) })),
      ],
      rows: shown.map((one) => [t(`tapeSheet.list.${one.list}`), t(`tape.field.${one.field}`), ...figures.map((key) => figuresOf(one)[key])]),
    },
  ]);
  return (
    <TitledPanel title={title} actions={<ExportButton exporting={exporting} name={title} testId="fields-export" icon="tiny" />}>
      <Box {...exporting.place}>
        <ListTable aria-label={title} data-testid="quality-fields">
          <thead>
            <tr>
              <th scope="col">{t("quality.list")}</th>
              <th scope="col">{t("quality.field")}</th>
              {figures.map((key) => (
                <th scope="col" key={key} className="number">
                  {t(`quality.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <FieldRow key={`${one.list}/${one.field}`} one={one} />
            ))}
          </tbody>
        </ListTable>
      </Box>
    </TitledPanel>
  );
}

function FieldRow({ one }: { readonly one: QualityField }) {
  const { t } = useTranslation();
  const values = figuresOf(one);
  const text = (key: (typeof figures)[number]) => {
    const value = values[key];
    if (value === null) return noValue;
    return shares.includes(key) ? formatRate(value, 1) : formatNumber(value);
  };
  return (
    <tr>
      <td>{t(`tapeSheet.list.${one.list}`)}</td>
      <th scope="row">{t(`tape.field.${one.field}`)}</th>
      {figures.map((key) => (
        <td key={key} className="number">
          {text(key)}
        </td>
      ))}
    </tr>
  );
}
