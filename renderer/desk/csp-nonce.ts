/** The nonce that the page's policy wants on every style element; the protocol handler writes it into the page. */
export const cspNonce: string = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
