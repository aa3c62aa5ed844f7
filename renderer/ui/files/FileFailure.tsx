import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { tapeErrorCodes } from "../../../shared/domain/tape-findings.ts";
import { refusalWords } from "../../../shared/tape-texts.ts";
import { CallFailure } from "../../desk/desk-client.ts";
import { ErrorAlert } from "../ErrorAlert.tsx";

interface FileFailureProps {
  readonly failure: unknown;
  /** Where it isn't plain which file is meant. */
  readonly fileName?: string | null;
  readonly onClose?: (() => void) | undefined;
}

/** A failure of reading or importing; where the file was refused, its reason is all there is to say. */
export function FileFailure({ failure, fileName = null, onClose }: FileFailureProps) {
  const { t } = useTranslation();
  const values = failure instanceof CallFailure && failure.code === "tape.refused" ? failure.values : {};
  const reason = tapeErrorCodes.find((code) => code === values["reason"]);
  // Of several files it says itself which.
  const named = fileName ?? (typeof values["file"] === "string" ? values["file"] : null);
  const words = refusalWords(values, (key, texts = {}) => t(key, texts));
  if (reason === undefined) return <ErrorAlert error={failure} onClose={onClose} />;
  return (
    <Alert
      severity="error"
      variant="outlined"
      {...(onClose ? { onClose, closeText: t("common.close") } : {})}
      data-testid="tape-refused"
      sx={{ bgcolor: "background.paper" }}
    >
      {named === null ? null : <Box sx={{ fontWeight: 700, overflowWrap: "anywhere" }}>{named}</Box>}
      {t(`tape.code.${reason}`, words)}
    </Alert>
  );
}
