import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../EmptyState.tsx";

/** Nothing is left by what was searched or filtered, and the way back. */
export function NoMatch({ text, onClear }: { readonly text: string; readonly onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState title={text}>
      <Button variant="outlined" onClick={onClear} data-testid="clear-search">
        {t("layout.clearSearch")}
      </Button>
    </EmptyState>
  );
}
