import Box from "@mui/material/Box";
import Stack from "@mui/material/Stack";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useRoute } from "../desk/routes.ts";
import { startSession } from "../desk/session-store.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { CrashBoundary } from "./CrashBoundary.tsx";
import { MessageHost } from "./MessageHost.tsx";
import { NavigationPane } from "./NavigationPane.tsx";
import { ScreenOutlet } from "./ScreenOutlet.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { useFontFailure } from "./use-font-failure.ts";
import { useOpenDeal } from "./use-open-deal.ts";
import { useScreenKeys } from "./use-screen-keys.ts";
import { useWindowTitle } from "./use-window-title.ts";

export function AppShell() {
  const { t } = useTranslation();
  const route = useRoute();
  const connected = "desk" in window;
  useEffect(() => {
    if (!connected) return;
    const started = startSession();
    return () => void started.then((stop) => stop());
  }, [connected]);
  useFontFailure();
  useOpenDeal();
  useWindowTitle();
  useScreenKeys();

  if (!connected) return <EmptyState title={t("app.noBridgeTitle")} text={t("app.noBridgeText")} />;
  return (
    <Stack sx={{ height: "100%" }}>
      <Stack direction="row" sx={{ flex: 1, minHeight: 0 }}>
        <NavigationPane />
        <Box
          component="main"
          aria-label={t("app.mainContent")}
          sx={{ flex: 1, minWidth: 0, display: "flex", flexDirection: "column", bgcolor: "background.paper", overflow: "hidden" }}
        >
          <CrashBoundary key={JSON.stringify(route)}>
            <ScreenOutlet route={route} />
          </CrashBoundary>
        </Box>
      </Stack>
      <StatusBar />
      <MessageHost />
    </Stack>
  );
}
