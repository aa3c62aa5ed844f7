/**
 * The page's content security policy, sent as a header.
 * `style-src-attr`: charts and the print layout set `style` attributes, which can neither run code nor load from elsewhere under this policy.
 * `trusted-types default`: the chart library empties its node by `innerHTML = ""`; the one policy allows that and nothing else.
 */
export const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");

/**
 * Runs before every other script of a page. Empty text is the only HTML it lets through; scripts and their addresses never.
 * Peer connections are taken away: no policy names them. A fresh frame has them again, so session-policy.ts leaves them no packet.
 */
export const firstScript = `trustedTypes.createPolicy("default", { createHTML: (html) => (html === "" ? html : null) });
for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) delete globalThis[name];
`;
