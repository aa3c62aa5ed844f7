import "@fontsource/noto-sans-sc/400.css";
import "@fontsource/noto-sans-sc/700.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ThemeRoot } from "../app/ThemeRoot.tsx";
import { speakHere } from "../desk/session-store.ts";
import "../desk/i18n.ts";
import { LockScreen } from "./LockScreen.tsx";

const host = document.getElementById("root");
if (!host) throw new Error("The page has no #root.");
speakHere(location.hash === "#en" ? "en" : "zh");
createRoot(host).render(
  <StrictMode>
    <ThemeRoot>
      <LockScreen />
    </ThemeRoot>
  </StrictMode>,
);
