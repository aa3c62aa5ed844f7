import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../shared/format.ts";
import { cellRefusal } from "./cell-refusal.ts";
import type { CellWriting, WritingQuestion } from "./use-cell-writing.ts";

const shownRefusals = 8;

/** Asks what becomes of a paste or a fill of which some cells can't be written: nothing was changed so far. */
export function WritingQuestionDialog({ writing }: { readonly writing: CellWriting }) {
  const { t } = useTranslation();
  const titleId = useId();
  const { question } = writing;
  if (question === null) return null;
  const { laid, refused } = question;
  const rest = laid.cells.length - refused.length;
  return (
    <Dialog open onClose={writing.giveUp} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t("tapeSheet.question.title")}</DialogTitle>
      <DialogContent data-testid="writing-question">
        {t("tapeSheet.question.text", { count: formatNumber(laid.beyond + laid.readOnly + laid.masked + refused.length) })}
        <Reasons question={question} />
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={() => void writing.writeRest()} disabled={rest === 0} data-testid="write-rest">
          {t("tapeSheet.question.rest", { count: formatNumber(rest) })}
        </Button>
        <Button variant="contained" onClick={writing.giveUp} autoFocus data-testid="write-nothing">
          {t("tapeSheet.question.nothing")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Reasons({ question: { laid, refused, rowOf } }: { readonly question: WritingQuestion }) {
  const { t } = useTranslation();
  const textOf = new Map(laid.cells.map(({ rowId, field, text }) => [`${rowId}/${field}`, text]));
  return (
    <Box component="ul" sx={{ pl: 2, my: 1, overflowWrap: "anywhere" }}>
      {(["beyond", "readOnly", "masked"] as const).map((reason) =>
        laid[reason] === 0 ? null : <li key={reason}>{t(`tapeSheet.question.${reason}`, { count: formatNumber(laid[reason]) })}</li>,
      )}
      {refused.slice(0, shownRefusals).map((refusal) => (
        <li key={`${refusal.rowId}/${refusal.field}`}>
          {t("tapeSheet.question.cell", {
            row: rowOf.get(refusal.rowId) ?? "",
            column: t(`tape.field.${refusal.field}`),
            text: textOf.get(`${refusal.rowId}/${refusal.field}`) ?? "",
          })}
          {cellRefusal(refusal, t)}
        </li>
      ))}
      {refused.length > shownRefusals ? <li>{t("tapeSheet.question.more", { count: formatNumber(refused.length - shownRefusals) })}</li> : null}
    </Box>
  );
}
