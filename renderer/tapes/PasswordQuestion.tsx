import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CallFailure } from "../desk/desk-client.ts";
import type { useTapeDraft } from "./use-tape-draft.ts";

const valuesOf = (failure: unknown) => (failure instanceof CallFailure && failure.code === "tape.refused" ? failure.values : {});
const reasonOf = (failure: unknown) => valuesOf(failure)["reason"];

/** Whether a file was refused only for the want of its password. */
export const asksPassword = (failure: unknown): boolean => ["encryptedWorkbook", "wrongPassword"].includes(String(reasonOf(failure)));

interface PasswordQuestionProps {
  readonly draft: ReturnType<typeof useTapeDraft>;
  readonly fileName: string;
}

/** Asks for the password of a workbook, until one fits or another file is chosen. */
export function PasswordQuestion({ draft, fileName }: PasswordQuestionProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  const isWrong = reasonOf(draft.failure) === "wrongPassword";
  return (
    <Alert severity={isWrong ? "error" : "info"} variant="outlined" data-testid="password-question" sx={{ bgcolor: "background.paper" }}>
      <Box
        component="form"
        sx={{ display: "flex", flexDirection: "column", gap: 1.5, alignItems: "flex-start" }}
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== "") void draft.unlock(password);
        }}
      >
        <span style={{ overflowWrap: "anywhere" }}>{t("pricing.tape.password.ask", { fileName: String(valuesOf(draft.failure)["file"] ?? fileName) })}</span>
        <Box sx={{ display: "flex", gap: 1, alignItems: "flex-start" }}>
          <TextField
            // Nothing else can be done on the screen but to choose another file.
            autoFocus
            type="password"
            autoComplete="off"
            label={t("pricing.tape.password.label")}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            error={isWrong}
            helperText={isWrong ? t("tape.code.wrongPassword") : undefined}
            slotProps={{ htmlInput: { maxLength: 255 } }}
            sx={{ width: 300 }}
          />
          <Button type="submit" variant="contained" disabled={password === ""}>
            {t("pricing.tape.password.open")}
          </Button>
        </Box>
      </Box>
    </Alert>
  );
}
