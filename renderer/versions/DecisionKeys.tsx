import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";

/** The keys of a table that is decided. */
export function DecisionKeys({ first, second }: { readonly first: string; readonly second: string }) {
  const { t } = useTranslation();
  return (
    <Typography variant="body2" color="textSecondary" component="p" sx={{ px: 1, m: 0 }}>
      {t("versions.keys", { first, firstKey: "1", second, secondKey: "2" })}
    </Typography>
  );
}
