import Box from "@mui/material/Box";
import Stack from "@mui/material/Stack";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { DropHost } from "../arrivals/DropHost.tsx";
import { useReminders } from "../calendar/use-reminders.ts";
import { CommandHost } from "../commands/CommandHost.tsx";
import { DealHost } from "../deals/DealHost.tsx";
import { loadLayout } from "../desk/layout-store.ts";
import { dealIdOf, useRoute } from "../desk/routes.ts";
import { showError, startSession, useSettings } from "../desk/session-store.ts";
import { KeyHost } from "../people/KeyHost.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { CrashBoundary } from "./CrashBoundary.tsx";
import { MessageHost } from "./MessageHost.tsx";
import { NavigationPane } from "./NavigationPane.tsx";
import { ScreenOutlet } from "./ScreenOutlet.tsx";
import { SkipLink } from "./SkipLink.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { useFontFailure } from "./use-font-failure.ts";
import { useHistoryCommands } from "./use-history-commands.ts";
import { useKeptFocus } from "./use-kept-focus.ts";
import { useLongJobNotice } from "./use-long-job-notice.ts";
import { useOpenDeal } from "./use-open-deal.ts";
import { useScreenFocus } from "./use-screen-focus.ts";
import { useWindowTitle } from "./use-window-title.ts";

export function AppShell() {
  const { t } = useTranslation();
  const route = useRoute();
  const { decimals } = useSettings();
  const connected = "desk" in window;
  useEffect(() => {
    if (!connected) return;
    const started = startSession();
    void loadLayout().catch(showError);
    return () => void started.then((stop) => stop());
  }, [connected]);
  useFontFailure();
  useOpenDeal();
  useWindowTitle();
  useHistoryCommands();
  useLongJobNotice();
  useReminders();
  useKeptFocus();
  const main = useScreenFocus();

  if (!connected) return <EmptyState isScreen title={t("app.noBridgeTitle")} text={t("app.noBridgeText")} />;
  return (
    <Stack sx={{ height: "100%" }}>
      <SkipLink onSkip={() => main.current?.focus()} />
      <Stack direction="row" sx={{ flex: 1, minHeight: 0 }}>
        <NavigationPane />
        <Box
          ref={main}
          component="main"
          tabIndex={-1}
          aria-label={t("app.mainContent")}
          sx={{
            flex: 1,
            minWidth: 0,
            display: "flex",
            flexDirection: "column",
            bgcolor: "background.paper",
            overflow: "hidden",
            "&:focus-visible": { outline: "none" },
          }}
        >
          <CrashBoundary key={`${route.screen} ${dealIdOf(route) ?? ""}`}>
            {/* Amounts are written anew where their decimals change. */}
            <ScreenOutlet key={decimals} route={route} />
          </CrashBoundary>
        </Box>
      </Stack>
      <StatusBar />
      <CommandHost />
      <DealHost />
      <DropHost />
      <MessageHost />
      <KeyHost />
    </Stack>
  );
}
