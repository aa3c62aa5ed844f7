import Alert from "@mui/material/Alert";
import { useTranslation } from "react-i18next";
import { CallFailure } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";

/** A failure of reading or importing; where the file was refused, the reason stands first. */
export function TapeFailure({ failure }: { readonly failure: unknown }) {
  const { t } = useTranslation();
  const reason = failure instanceof CallFailure && failure.code === "tape.refused" ? failure.values["reason"] : undefined;
  return (
    <>
      {failure instanceof CallFailure && reason !== undefined ? (
        <Alert severity="error" variant="outlined" data-testid="tape-refused" sx={{ bgcolor: "background.paper" }}>
          {t(`tape.code.${reason}`, { ...failure.values, field: failure.values["field"] === undefined ? "" : t(`tape.field.${failure.values["field"]}`) })}
        </Alert>
      ) : null}
      <ErrorAlert error={failure} />
    </>
  );
}
