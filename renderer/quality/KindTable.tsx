import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { type KindCount, type QualityKind, qualityKind } from "../../shared/domain/quality.ts";
import { formatNumber } from "../../shared/format.ts";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useTableExport } from "../ui/exports/use-export.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import type { WantedConfirmation } from "./ConfirmExceptionsDialog.tsx";

interface KindTableProps {
  readonly kinds: readonly KindCount[];
  readonly chosen: QualityKind;
  readonly onChoose: (kind: QualityKind) => void;
  /** Null: nothing may be changed. */
  readonly onConfirm: ((wanted: WantedConfirmation) => void) | null;
}

/** How many exceptions there are of each kind, how many are open, and what can be done with them. */
export function KindTable({ kinds, chosen, onChoose, onConfirm }: KindTableProps) {
  const { t } = useTranslation();
  const title = t("quality.byKind");
  const exporting = useTableExport(title, () => [
    {
      name: title,
      columns: [
        { head: t("quality.kind"), kind: "text" },
        { head: t("quality.field"), kind: "text" },
        { head: t("quality.count"), kind: "number" },
        { head: t("quality.open"), kind: "number" },
      ],
      rows: kinds.map(({ kind, count, open }) => [t(`quality.is.${kind}`), t(`tape.field.${qualityKind(kind).field}`), count, open]),
    },
  ]);
  return (
    <TitledPanel title={title} actions={<ExportButton exporting={exporting} name={title} testId="kinds-export" icon="tiny" />}>
      <Box {...exporting.place}>
        <ListTable aria-label={title} data-testid="quality-kinds">
          <thead>
            <tr>
              <th scope="col">{t("quality.kind")}</th>
              <th scope="col">{t("quality.field")}</th>
              <th scope="col" className="number">
                {t("quality.count")}
              </th>
              <th scope="col" className="number">
                {t("quality.open")}
              </th>
              <th scope="col">{t("quality.actions")}</th>
            </tr>
          </thead>
          <tbody>
            {kinds.map((one) => (
              <KindRow key={one.kind} one={one} isChosen={one.kind === chosen} onChoose={onChoose} onConfirm={onConfirm} />
            ))}
          </tbody>
        </ListTable>
      </Box>
    </TitledPanel>
  );
}

interface KindRowProps extends Pick<KindTableProps, "onChoose" | "onConfirm"> {
  readonly one: KindCount;
  readonly isChosen: boolean;
}

function KindRow({ one: { kind, count, open }, isChosen, onChoose, onConfirm }: KindRowProps) {
  const { t } = useTranslation();
  const name = t(`quality.is.${kind}`);
  return (
    <Box
      component="tr"
      data-testid={`quality-kind-${kind}`}
      data-open={open}
      sx={{ "& > th": { boxShadow: isChosen ? "inset 3px 0 0 currentColor" : undefined, fontWeight: isChosen ? 700 : undefined } }}
    >
      <th scope="row">{name}</th>
      <td>{t(`tape.field.${qualityKind(kind).field}`)}</td>
      <td className="number">{formatNumber(count)}</td>
      <Box component="td" className="number" sx={{ color: open > 0 ? "warning.main" : undefined }}>
        {formatNumber(open)}
      </Box>
      <td>
        <Button size="small" onClick={() => onChoose(kind)} aria-label={t("quality.showOf", { kind: name })} aria-pressed={isChosen}>
          {t("quality.show")}
        </Button>
        {onConfirm === null ? null : (
          <Button
            size="small"
            disabled={open === 0}
            aria-label={t("quality.confirmKindOf", { kind: name })}
            onClick={() => onConfirm({ kind, rowId: null, count: open })}
          >
            {t("quality.confirmKind")}
          </Button>
        )}
      </td>
    </Box>
  );
}
