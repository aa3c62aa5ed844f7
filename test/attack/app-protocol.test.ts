import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerRequest, type ProtocolDeps } from "../../main/page/app-protocol.ts";
import { createMemoTokens } from "../../main/page/memo-tokens.ts";
import { listRendererFiles } from "../../main/page/renderer-manifest.ts";

let folder: string;
let deps: ProtocolDeps;
let clock = 0;
const get = (url: string, method = "GET") => answerRequest(deps, { method, url });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "desk-page-"));
  mkdirSync(join(folder, "renderer", "assets"), { recursive: true });
  writeFileSync(join(folder, "main.js"), "secret");
  writeFileSync(join(folder, "renderer", "index.html"), '<html><head><meta name="csp-nonce" content="__CSP_NONCE__"></head></html>');
  writeFileSync(join(folder, "renderer", "assets", "index.js"), "run()");
  writeFileSync(join(folder, "renderer", "assets", "index.js.map"), "{}");
  symlinkSync(join(folder, "main.js"), join(folder, "renderer", "assets", "link.js"));
  deps = { manifest: listRendererFiles(join(folder, "renderer")), memoTokens: createMemoTokens(() => clock) };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("lists the built files only: no link, no map", () => {
  expect([...deps.manifest.keys()].sort()).toEqual(["/assets/index.js", "/index.html"]);
});

describe("a request for what isn't the page's", () => {
  const hostile = [
    "app://desk/../main.js",
    "app://desk/assets/../../main.js",
    "app://desk/%2e%2e/main.js",
    "app://desk/..%2fmain.js",
    "app://desk/..\\main.js",
    "app://desk/assets/%2e%2e/index.html",
    "app://desk//index.html",
    "app://desk/./index.html",
    "app://desk/assets",
    "app://desk/assets/",
    "app://desk/assets/link.js",
    "app://desk/assets/index.js.map",
    "app://desk/INDEX.HTML",
    "app://desk/index.html\u0000.js",
    "app://desk/__proto__",
    "app://desk.evil/index.html",
    "app://evil/index.html",
    "app://desk@evil/index.html",
    "app://user@desk/index.html",
    "app://desk:80/index.html",
    "file:///etc/passwd",
    "https://desk/index.html",
    "app://desk/memo-data/../index.html",
    "app://desk/memo-data/1.json",
    "app://desk/memo-data/00000000000000000000000000000000.json",
  ];
  it.each(hostile)("%s finds nothing", async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe("");
  });

  it.each(["POST", "PUT", "HEAD", "DELETE", "OPTIONS"])("%s is no method of the page", async (method) => {
    expect((await get("app://desk/index.html", method)).status).toBe(405);
  });
});

describe("the page", () => {
  it("comes with the policy as a header, and a nonce of its own each time", async () => {
    const nonces = new Set<string>();
    for (let load = 0; load < 3; load += 1) {
      const response = await get("app://desk/");
      const policy = response.headers.get("content-security-policy") ?? "";
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
      nonces.add(nonce);
      expect(policy.replace(nonce, "NONCE")).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-NONCE'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types default",
      );
      const html = await response.text();
      expect(html).toContain(`<meta name="csp-nonce" content="${nonce}">`);
      expect(html).toContain('<head>\n    <script src="/first.js"></script>');
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    }
    expect(nonces.size).toBe(3);
  });

  it("gets its scripts with their type, and may carry a query", async () => {
    const response = await get("app://desk/assets/index.js?v=%E4%B8%AD");
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([200, "text/javascript; charset=utf-8", "run()"]);
  });
});

describe("a memo's data", () => {
  it("is read once by its token and is gone after a minute", async () => {
    const token = deps.memoTokens.put('{"deal":1}');
    const response = await get(`app://desk/memo-data/${token}.json`);
    expect(await response.json()).toEqual({ deal: 1 });
    expect((await get(`app://desk/memo-data/${token}.json`)).status).toBe(404);
    const late = deps.memoTokens.put("{}");
    clock += 60_001;
    expect((await get(`app://desk/memo-data/${late}.json`)).status).toBe(404);
  });
});
