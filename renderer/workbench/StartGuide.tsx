import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { changeLayout, useLayout } from "../desk/layout-store.ts";

const steps = ["assume", "bid", "save"] as const;

/** Says a new user where to begin and what comes after; closed once, it stays away. */
export function StartGuide() {
  const { t } = useTranslation();
  const isClosed = useLayout((state) => state.isStartGuideClosed);
  if (isClosed) return null;
  return (
    <Alert
      severity="info"
      data-testid="start-guide"
      onClose={() => changeLayout({ isStartGuideClosed: true })}
      closeText={t("common.close")}
      sx={{ borderRadius: 0, py: 0, flexShrink: 0, "& .MuiAlert-message": { py: 0.75 }, "& .MuiAlert-icon": { py: 0.75 } }}
    >
      <b>{t("layout.guide.title")}</b>
      <Box component="ol" sx={{ display: "inline", p: 0, m: 0, "& > li": { display: "inline", ml: 1.5 } }}>
        {steps.map((step, index) => (
          <li key={step}>{`${index + 1}. ${t(`layout.guide.${step}`)}`}</li>
        ))}
      </Box>
    </Alert>
  );
}
