import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SheetBatch } from "../../shared/contract/sheet-channels.ts";
import { formatDateTime, formatNumber } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { Pager } from "../ui/Pager.tsx";
import { SideDrawer } from "../ui/SideDrawer.tsx";
import { shownValue } from "./cell-texts.ts";
import { closePane } from "./sheet-panes.ts";

const pageSize = 50;

/** All edits of the deal's package, newest first: who, when, why, and what became of what. */
export function EditsDrawer({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const { data, error } = useCall("sheet.edits", { dealId, offset: page * pageSize, limit: pageSize });
  return (
    <SideDrawer
      open
      onClose={closePane}
      label={t("action.allEdits")}
      title={t("action.allEdits")}
      subtitle={data === undefined ? "" : t("tapeSheet.editCount", { count: formatNumber(data.total) })}
      width={640}
      testId="all-edits"
    >
      <ErrorAlert error={error} />
      {data?.total === 0 ? <Typography component="p">{t("tapeSheet.noEdits")}</Typography> : null}
      <Box component="ol" aria-label={t("action.allEdits")} sx={{ listStyle: "none", m: 0, p: 0 }}>
        {data?.edits.map((batch) => (
          <EditLine key={batch.batchId} batch={batch} />
        ))}
      </Box>
      <Pager count={data?.total ?? 0} size={pageSize} page={page} onPage={setPage} />
    </SideDrawer>
  );
}

function EditLine({ batch: { author, madeAt, why, cause, isUndone, cells, rows, first } }: { readonly batch: SheetBatch }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const total = cells + rows;
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: "divider", py: 1 }}>
      <Box sx={{ display: "flex", gap: 1, alignItems: "center", typography: "body2", color: "text.secondary" }}>
        <span>{formatDateTime(madeAt)}</span>
        <span>{author === "" ? t("tapeSheet.noAuthor") : author}</span>
        <span>{t(`tapeSheet.cause.${cause}`)}</span>
        {isUndone ? <Chip size="small" variant="outlined" label={t("tapeSheet.undone")} /> : null}
      </Box>
      {why === "" ? null : <Typography component="p">{t("tapeSheet.becauseOf", { why })}</Typography>}
      <Box component="ul" sx={{ m: 0, pl: 2, overflowWrap: "anywhere" }}>
        {first.map(({ list, rowId, contractNo, field, old, new: next }) => (
          <li key={`${list}/${rowId}/${field}`}>
            {field === null
              ? `${contractNo} · ${t(`tapeSheet.list.${list}`)}`
              : t("tapeSheet.changeOf", {
                  place: `${contractNo} · ${t(`tape.field.${field}`)}`,
                  old: shownValue(field, old, unit, t) || t("tapeSheet.nothing"),
                  new: shownValue(field, next, unit, t) || t("tapeSheet.nothing"),
                })}
          </li>
        ))}
        {total > first.length ? <li>{t("tapeSheet.andMore", { count: formatNumber(total - first.length) })}</li> : null}
      </Box>
    </Box>
  );
}
