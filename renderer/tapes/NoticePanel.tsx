import ContentCopyOutlined from "@mui/icons-material/ContentCopyOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { NoticeFigures } from "../../shared/domain/notice-figures.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useTableExport } from "../ui/exports/use-export.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { copyCells } from "../ui/tables/copy-cells.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { noticeCells, noticeGroups, noticeLines, noticeTables } from "./notice-lines.ts";

/** What a notice of sale states of the package, as it stands now: to be checked against the seller's notice, or written into one. */
export function NoticePanel({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { data: figures, error, reload } = useCall("notices.figures", { dealId });
  const moneyUnit = moneyUnitLabel(unit, language);
  const exporting = useTableExport(t("notice.name"), () => (figures === undefined ? [] : noticeTables(figures, moneyUnit, t)));
  return (
    <Box {...exporting.place} data-testid="notice-figures">
      <TitledPanel
        title={t("notice.title", { unit: moneyUnit })}
        actions={
          <>
            <Button
              size="small"
              startIcon={<ContentCopyOutlined fontSize="small" />}
              disabled={figures === undefined}
              onClick={() => figures !== undefined && copyCells(noticeCells(figures, unit, t))}
              data-testid="notice-copy"
            >
              {t("notice.copy")}
            </Button>
            <ExportButton exporting={exporting} name={t("notice.name")} testId="notice-export" disabled={figures === undefined} />
          </>
        }
      >
        <ErrorAlert error={error} onRetry={reload} />
        <Typography variant="body2" color="textSecondary" sx={{ px: 1, pb: 0.75 }}>
          {t("notice.about")}
        </Typography>
        {figures === undefined ? (
          error === undefined && <LinearProgress aria-label={t("common.loading")} />
        ) : (
          <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "flex-start", columnGap: 4, rowGap: 1, pb: 1 }}>
            <LineTable figures={figures} />
            <CountTable figures={figures} />
          </Box>
        )}
      </TitledPanel>
    </Box>
  );
}

/** Sums, counts and means, with the loans that they rest on where those aren't all. */
function LineTable({ figures }: { readonly figures: NoticeFigures }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  return (
    <ListTable aria-label={t("notice.name")} tabIndex={0} sx={{ flex: "1 1 420px" }}>
      <thead>
        <tr>
          <th scope="col">{t("notice.item")}</th>
          <th scope="col" className="number">
            {t("notice.figure")}
          </th>
          <th scope="col">{t("notice.basis")}</th>
        </tr>
      </thead>
      <tbody>
        {noticeLines(figures, unit, t).map(({ key, text, basis }) => (
          <tr key={key}>
            <th scope="row">{t(`notice.line.${key}`)}</th>
            <td className="number" data-testid={`notice-${key}`}>
              {text}
            </td>
            <td>{basis}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}

/** Loans by class, litigation and security. */
function CountTable({ figures }: { readonly figures: NoticeFigures }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  return (
    <ListTable aria-label={t("notice.counts")} tabIndex={0} sx={{ flex: "1 1 320px" }}>
      <thead>
        <tr>
          <th scope="col">{t("notice.item")}</th>
          <th scope="col" className="number">
            {t("notice.loansHead")}
          </th>
          <th scope="col" className="number">
            {t("notice.owedHead")}
          </th>
        </tr>
      </thead>
      {noticeGroups(figures, unit, t).map(({ key, rows }) => (
        <tbody key={key}>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              <b>{t(`notice.group.${key}`)}</b>
            </th>
          </tr>
          {rows.map(({ word, loans, owed }) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td className="number">{formatNumber(loans)}</td>
              <td className="number">{owed}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </ListTable>
  );
}
