import Link from "@mui/material/Link";
import { useTranslation } from "react-i18next";

/** The first stop of the Tab key: past the navigation, to the screen. Seen only while it has the focus. */
export function SkipLink({ onSkip }: { readonly onSkip: () => void }) {
  const { t } = useTranslation();
  return (
    <Link component="button" variant="body1" onClick={onSkip} data-testid="skip-link" sx={look}>
      {t("action.skipToContent")}
    </Link>
  );
}

const look = {
  position: "absolute",
  left: 8,
  top: 8,
  zIndex: 2000,
  px: 2,
  py: 1,
  bgcolor: "background.paper",
  boxShadow: 4,
  "&:not(:focus)": { clipPath: "inset(50%)", width: "1px", height: "1px", p: 0, overflow: "hidden" },
} as const;
