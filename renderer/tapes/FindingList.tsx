import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { TapeFinding } from "../../shared/domain/tape-findings.ts";
import { formatNumber } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { useLanguage } from "../desk/session-store.ts";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useListExport } from "../ui/exports/use-export.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

interface FindingListProps {
  readonly tapeId: number;
  readonly kind: "rejection" | "warning";
  readonly title: string;
  /** Said where there is none. */
  readonly empty: string;
  readonly findings: readonly TapeFinding[];
}

/** Findings with the place in the file and what stands there. */
export function FindingList({ tapeId, kind, title, empty, findings }: FindingListProps) {
  const language = useLanguage();
  const exporting = useListExport(title, (fileName) => call("tapes.exportFindings", { tapeId, kind, language, fileName }));
  if (findings.length === 0)
    return (
      <TitledPanel title={title}>
        <Typography variant="body2" color="textSecondary" sx={{ px: 1, pb: 1 }}>
          {empty}
        </Typography>
      </TitledPanel>
    );
  return (
    <TitledPanel
      title={`${title} (${formatNumber(findings.length)})`}
      label={title}
      actions={<ExportButton exporting={exporting} name={title} testId={`${kind}-export`} icon="tiny" />}
    >
      <Box {...exporting.place} sx={{ maxHeight: 280, overflow: "auto" }}>
        <FindingTable findings={findings} />
      </Box>
    </TitledPanel>
  );
}

function FindingTable({ findings }: Pick<FindingListProps, "findings">) {
  const { t } = useTranslation();
  return (
    <ListTable tabIndex={0} sx={{ "& thead th": { position: "sticky", top: 0 } }}>
      <thead>
        <tr>
          <th scope="col">{t("pricing.tape.sheet")}</th>
          <th scope="col" className="number">
            {t("pricing.tape.row")}
          </th>
          <th scope="col">{t("pricing.tape.field")}</th>
          <th scope="col">{t("pricing.tape.reason")}</th>
          <th scope="col">{t("pricing.tape.raw")}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding, index) => (
          <tr key={`${finding.sheet}-${finding.row}-${finding.code}-${finding.field}-${index}`}>
            <td>{finding.sheet}</td>
            <td className="number">{finding.row ?? ""}</td>
            <td>{finding.field === null ? "" : t(`tape.field.${finding.field}`)}</td>
            <td>{t(`tape.code.${finding.code}`)}</td>
            <Box component="td" sx={{ overflowWrap: "anywhere", maxWidth: 320 }}>
              {finding.raw}
            </Box>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
