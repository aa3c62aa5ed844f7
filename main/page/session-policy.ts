import { app, type Session, type WebContents } from "electron";
import { deskOrigin } from "../../shared/desk-bridge.ts";

/** Where a request may go. No network: every name resolves to nothing as well (main.ts). */
const isAllowedAddress = (address: string): boolean =>
  address.startsWith(`${deskOrigin}/`) || address.startsWith("data:") || address.startsWith(`blob:${deskOrigin}/`);
const isDevToolsAddress = (address: string): boolean => address.startsWith("devtools://");

/** Denies the page everything that a browser would ask for. */
export function lockSession(session: Session, options: { readonly isPackaged: boolean }): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on("will-download", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !(isAllowedAddress(url) || (!options.isPackaged && isDevToolsAddress(url))) });
  });
  session.setSpellCheckerEnabled(false);
}

/** Holds every page where it was opened: no navigation, no new window, no embedded page, no packet. */
export function lockContents(): void {
  app.on("web-contents-created", (_created, contents: WebContents) => {
    // Peer connections pass by the content policy, `webRequest` and the resolver rules; the switch of the same name does nothing in Electron.
    contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-frame-navigate", (event) => event.preventDefault());
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
}
