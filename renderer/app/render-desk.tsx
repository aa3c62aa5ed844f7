import "@fontsource/noto-sans-sc/400.css";
import "@fontsource/noto-sans-sc/700.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { AppShell } from "./AppShell.tsx";
import { CrashBoundary } from "./CrashBoundary.tsx";
import "../desk/i18n.ts";
import { ThemeRoot } from "./ThemeRoot.tsx";

const host = document.getElementById("root");
if (!host) throw new Error("The page has no #root.");
createRoot(host).render(
  <StrictMode>
    <ThemeRoot>
      <CrashBoundary>
        <AppShell />
      </CrashBoundary>
    </ThemeRoot>
  </StrictMode>,
);
