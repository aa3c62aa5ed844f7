import DeleteOutlined from "@mui/icons-material/DeleteOutlined";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeptLayout } from "../../shared/contract/dictionary-channels.ts";
import { formatDateTime, formatNumber } from "../../shared/format.ts";
import { call, useCall } from "../desk/desk-client.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

/** How sellers' lists were mapped. */
export function KeptLayouts() {
  const { t } = useTranslation();
  const { data: layouts, error, reload } = useCall("dictionary.layouts", undefined);
  const [removal, setRemoval] = useState<KeptLayout | null>(null);
  return (
    <TitledPanel title={t("dictionary.layouts")}>
      <Typography variant="body2" color="textSecondary" sx={{ px: 1, pb: 1 }}>
        {t(layouts?.length === 0 ? "dictionary.layoutsEmpty" : "dictionary.layoutsText")}
      </Typography>
      <ErrorAlert error={error} onRetry={reload} />
      {layouts === undefined || layouts.length === 0 ? null : <LayoutTable layouts={layouts} onRemove={setRemoval} />}
      {removal === null ? null : (
        <ConfirmDialog
          title={t("dictionary.forgetLayoutTitle")}
          text={t("dictionary.forgetLayoutText", { seller: removal.seller })}
          confirmText={t("common.remove")}
          act={() => call("dictionary.forgetLayout", { id: removal.id })}
          onClose={() => setRemoval(null)}
          testId="forget-layout"
        />
      )}
    </TitledPanel>
  );
}

function LayoutTable({ layouts, onRemove }: { readonly layouts: readonly KeptLayout[]; readonly onRemove: (layout: KeptLayout) => void }) {
  const { t } = useTranslation();
  return (
    <ListTable aria-label={t("dictionary.layouts")} data-testid="kept-layouts">
      <thead>
        <tr>
          <th scope="col">{t("dictionary.seller")}</th>
          <th scope="col">{t("dictionary.lastFile")}</th>
          <th scope="col">{t("dictionary.usedAt")}</th>
          <th scope="col" className="number">
            {t("dictionary.uses")}
          </th>
          <th scope="col" className="number">
            {t("dictionary.columns")}
          </th>
          <Box component="td" aria-label={t("common.actions")} sx={{ bgcolor: "background.default" }} />
        </tr>
      </thead>
      <tbody>
        {layouts.map((layout) => (
          <tr key={layout.id}>
            <td>{layout.seller}</td>
            <td>{layout.fileName}</td>
            <td>{formatDateTime(layout.usedAt)}</td>
            <td className="number">{formatNumber(layout.uses)}</td>
            <td className="number">{formatNumber(layout.columns)}</td>
            <td className="number">
              <IconButton
                aria-label={t("dictionary.forgetLayout", { seller: layout.seller, fileName: layout.fileName })}
                onClick={() => onRemove(layout)}
                sx={{ p: 0.25 }}
                data-testid={`forget-layout-${layout.id}`}
              >
                <DeleteOutlined fontSize="tiny" />
              </IconButton>
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
