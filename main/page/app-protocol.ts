import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { deskHost, deskOrigin } from "../../shared/desk-bridge.ts";
import { contentPolicy, firstScript } from "./content-policy.ts";
import type { MemoTokens } from "./memo-tokens.ts";
import type { RendererManifest } from "./renderer-manifest.ts";

const firstScriptPath = "/first.js";
const memoPath = /^\/memo-data\/([0-9a-f]{32})\.json$/;

export interface ProtocolDeps {
  readonly manifest: RendererManifest;
  readonly memoTokens: MemoTokens;
}

const refuse = (status: number) =>
  new Response(null, { status, headers: { "content-security-policy": "default-src 'none'", "x-content-type-options": "nosniff" } });

const headersFor = (contentType: string, nonce: string) => ({
  "content-type": contentType,
  "content-security-policy": contentPolicy(nonce),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
});

/** Each page gets a nonce of its own, for the style elements that libraries insert. */
const prepareHtml = (html: string, nonce: string) =>
  html.replaceAll("__CSP_NONCE__", nonce).replace("<head>", `<head>\n    <script src="${firstScriptPath}"></script>`);

/** Serves the built page and the data of one memo, and nothing else. */
export async function answerRequest({ manifest, memoTokens }: ProtocolDeps, request: { readonly method: string; readonly url: string }): Promise<Response> {
  if (request.method !== "GET") return refuse(405);
  // The text is looked at before it is parsed: parsing would fold "..", and an encoded path has no business here.
  if (!request.url.startsWith(`${deskOrigin}/`) || /[\\%]|\/\.\.?(?:[/?#]|$)/.test(request.url.split("?")[0] ?? "")) return refuse(404);
  const address = new URL(request.url);
  if (address.host !== deskHost || address.username !== "" || address.password !== "") return refuse(404);
  const path = address.pathname === "/" ? "/index.html" : address.pathname;
  const nonce = randomBytes(16).toString("base64");
  if (path === firstScriptPath) return new Response(firstScript, { headers: headersFor("text/javascript; charset=utf-8", nonce) });
  const token = memoPath.exec(path)?.[1];
  if (token) {
    const memo = memoTokens.take(token);
    return memo === null ? refuse(404) : new Response(memo, { headers: headersFor("application/json; charset=utf-8", nonce) });
  }
  const entry = manifest.get(path);
  if (!entry) return refuse(404);
  const content = await readFile(entry.file);
  const body = path.endsWith(".html") ? prepareHtml(content.toString("utf8"), nonce) : content;
  return new Response(body, { headers: headersFor(entry.contentType, nonce) });
}
