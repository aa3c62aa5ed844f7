import UndoIcon from "@mui/icons-material/Undo";
import ButtonBase from "@mui/material/ButtonBase";
import { useTranslation } from "react-i18next";

interface ResetButtonProps {
  readonly label: string;
  readonly origin: { readonly text: string; readonly reset: () => void };
}

/** Marks a number that was changed, and brings the set's value back. The keyboard has Alt+Backspace for it, so that it is no stop of its own. */
export function ResetButton({ label, origin }: ResetButtonProps) {
  const { t } = useTranslation();
  return (
    <ButtonBase
      tabIndex={-1}
      aria-label={t("typed.reset", { field: label })}
      title={`${origin.text} · ${t("typed.resetHint")}`}
      onClick={origin.reset}
      data-testid="reset-field"
      sx={{ pl: 0.25, color: "warning.main", borderRadius: 0.5 }}
    >
      <UndoIcon fontSize="tiny" />
    </ButtonBase>
  );
}
