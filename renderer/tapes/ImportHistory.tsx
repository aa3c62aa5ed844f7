import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import { useTranslation } from "react-i18next";
import type { TapeRecord } from "../../shared/contract/tape-channels.ts";
import { formatDateTime, formatNumber } from "../../shared/format.ts";
import { tableStyle } from "./table-style.ts";

export function ImportHistory({ tapes }: { readonly tapes: readonly TapeRecord[] }) {
  const { t } = useTranslation();
  return (
    <Paper variant="outlined" component="section" sx={{ flexShrink: 0 }}>
      <Box component="h2" sx={{ m: 0, px: 1.25, py: 0.75, fontSize: 13, fontWeight: 600 }}>
        {t("pricing.tape.history")}
      </Box>
      <Box component="table" sx={tableStyle}>
        <thead>
          <tr>
            <th scope="col">{t("pricing.tape.importedAt")}</th>
            <th scope="col">{t("pricing.tape.file")}</th>
            <th scope="col">{t("pricing.tape.hash")}</th>
            <th scope="col" className="number">
              {t("pricing.tape.rowsKept")}
            </th>
            <th scope="col" className="number">
              {t("pricing.tape.rowsRejected")}
            </th>
            <th scope="col">{t("pricing.tape.state")}</th>
          </tr>
        </thead>
        <tbody>
          {tapes.map((tape) => (
            <tr key={tape.id}>
              <td>{formatDateTime(tape.importedAt)}</td>
              <td>{tape.fileName}</td>
              <td title={tape.fileSha256}>
                <code>{tape.fileSha256.slice(0, 12)}</code>
              </td>
              <td className="number">{formatNumber(tape.report.counts.loansKept)}</td>
              <td className="number">{formatNumber(tape.report.counts.loansRejected)}</td>
              <td>{tape.undoneAt === null ? t("pricing.tape.inUse") : t("pricing.tape.undoneAt", { at: formatDateTime(tape.undoneAt) })}</td>
            </tr>
          ))}
        </tbody>
      </Box>
    </Paper>
  );
}
