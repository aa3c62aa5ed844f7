import createCache from "@emotion/cache";
import { CacheProvider } from "@emotion/react";
import CssBaseline from "@mui/material/CssBaseline";
import { ThemeProvider } from "@mui/material/styles";
import useMediaQuery from "@mui/material/useMediaQuery";
import { AdapterDateFns } from "@mui/x-date-pickers/AdapterDateFns";
import { LocalizationProvider } from "@mui/x-date-pickers/LocalizationProvider";
import { enUS, zhCN } from "date-fns/locale";
import { type ReactNode, useMemo } from "react";
import { cspNonce } from "../desk/csp-nonce.ts";
import { deskTheme } from "../desk/desk-theme.ts";
import { useSettings } from "../desk/session-store.ts";

const cache = createCache({ key: "desk", nonce: cspNonce, prepend: true });

export function ThemeRoot({ children }: { readonly children: ReactNode }) {
  const { language, theme: choice, density } = useSettings();
  const systemIsDark = useMediaQuery("(prefers-color-scheme: dark)", { noSsr: true });
  const mode = choice === "system" ? (systemIsDark ? "dark" : "light") : choice;
  const theme = useMemo(() => deskTheme(mode, language, density), [mode, language, density]);
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme}>
        <CssBaseline enableColorScheme />
        <LocalizationProvider dateAdapter={AdapterDateFns} adapterLocale={language === "zh" ? zhCN : enUS}>
          {children}
        </LocalizationProvider>
      </ThemeProvider>
    </CacheProvider>
  );
}
