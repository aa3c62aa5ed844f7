import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {} from "../../renderer/desk/desk-client.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";
import { listenForPackets, type PacketListener } from "./packet-listener.ts";

let desk: DeskWindow;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  // The driver's own close waits for the navigations that were refused.
  desk?.app.process().kill("SIGKILL");
  if (desk) await removeFolder(desk.dataFolder);
});

/** What a page that was taken over would send: nothing of it has a type. */
const callWith = (channel: unknown, payload: unknown) =>
  desk.page.evaluate(
    async ([name, input]) => {
      const call = window.desk.call as unknown as (channel: unknown, input: unknown) => Promise<{ ok: boolean; code?: string }>;
      const answer = await call(name, input);
      return answer.ok ? "ok" : answer.code;
    },
    [channel, payload],
  );

describe("calls from the page", () => {
  it.each(["no.such", "__proto__", "constructor", "toString", "", 5, null, ["deals.list"], { name: "deals.list" }])("%j is no channel", async (channel) => {
    expect(await callWith(channel, {})).toBe("ipc.unknownChannel");
  });

  it.each([
    ["settings.update", { language: "xx" }],
    ["settings.update", "zh"],
    ["tapes.list", { dealId: { $ne: null } }],
    ["pricing.price", null],
    ["app.reportError", { message: "x".repeat(2001) }],
  ])("%s refuses the payload %j", async (channel, payload) => {
    expect(await callWith(channel, payload)).toBe("ipc.badPayload");
  });
});

describe("files from the page", () => {
  it("are none but those of a drop: it can name no path, and make no file that has one", async () => {
    expect(await callWith("tapes.takeDropped", { paths: ["/etc/passwd"] })).toBe("ipc.unknownChannel");
    const made = await desk.page.evaluate(async () => {
      const takeFiles = window.desk.takeFiles as unknown as (files: unknown) => Promise<{ ok: boolean; code?: string }>;
      const forged = Object.assign(new File(["x"], "/etc/passwd"), { path: "/etc/passwd" });
      const codes: unknown[] = [(await takeFiles([forged])).code];
      for (const wrong of [["/etc/passwd"], [{ path: "/etc/passwd" }], "/etc/passwd", null])
        codes.push(await new Promise((settle) => settle(takeFiles(wrong).then(({ code }) => code))).catch(() => "refused"));
      return codes;
    });
    expect(made).toEqual(["drop.noFile", "refused", "refused", "refused", "refused"]);
  });
});

describe("what the page can reach", () => {
  it("has nothing of Node or Electron", async () => {
    const types = await desk.page.evaluate(() =>
      ["require", "process", "module", "Buffer", "global", "ipcRenderer", "electron"].map((name) => typeof (globalThis as Record<string, unknown>)[name]),
    );
    expect(new Set(types)).toEqual(new Set(["undefined"]));
  });

  it("has a bridge of four functions that it can't replace", async () => {
    const found = await desk.page.evaluate(() => {
      const names = Object.keys(window.desk).sort();
      const before = window.desk.call;
      try {
        Object.assign(window.desk, { call: () => "taken" });
      } catch {
        // Frozen: that is what this looks for.
      }
      return { names, isSame: window.desk.call === before };
    });
    expect(found).toEqual({ names: ["call", "onGiven", "onJob", "onMenu", "takeFiles"], isSame: true });
  });

  it("opens no window", async () => {
    expect(await desk.page.evaluate(() => ["https://example.com", "app://desk/index.html", "about:blank"].map((to) => window.open(to)))).toEqual([
      null,
      null,
      null,
    ]);
    expect(desk.app.windows()).toHaveLength(1);
  });

  it.each(["https://example.com/", "http://127.0.0.1:1/", "file:///etc/hostname", "app://other/index.html"])("fetches nothing from %s", async (address) => {
    const answer = await desk.page.evaluate(
      (to) =>
        fetch(to).then(
          () => "fetched",
          (error: Error) => error.name,
        ),
      address,
    );
    expect(answer).toBe("TypeError");
  });

  it.each(["geolocation", "notifications", "camera", "microphone", "clipboard-read", "midi"])("is denied %s", async (name) => {
    expect(await desk.page.evaluate(async (wanted) => (await navigator.permissions.query({ name: wanted as PermissionName })).state, name)).toBe("denied");
  });

  it("is denied the position and the clipboard when it asks for them", async () => {
    const outcomes = await desk.page.evaluate(async () => ({
      position: await new Promise<number>((settle) =>
        navigator.geolocation.getCurrentPosition(
          () => settle(0),
          (error) => settle(error.code),
        ),
      ),
      clipboard: await navigator.clipboard.readText().then(
        () => "read",
        (error: Error) => error.name,
      ),
      notification: await Notification.requestPermission(),
    }));
    expect(outcomes).toEqual({ position: 1, clipboard: "NotAllowedError", notification: "denied" });
  });
});

describe("a packet from the page", () => {
  const name = "DebtorZhangSan110101199001011234";
  let listener: PacketListener;

  beforeAll(async () => {
    listener = await listenForPackets();
  });
  afterAll(() => listener?.close());

  /** Asks a server on the loopback for an address, and offers it as the other side, with a name in the user part. */
  const sendByPeerConnection = () =>
    desk.page.evaluate(
      async ({ port, user }) => {
        // From the start: a packet may arrive before all is said.
        const isThrough = new Promise<void>((settle) => document.addEventListener("packet-arrived", () => settle(), { once: true }));
        // A fresh document brings its own constructors, whatever was taken from this one.
        const frame = document.createElement("iframe");
        document.body.append(frame);
        const fresh = frame.contentWindow as unknown as typeof globalThis;
        try {
          const connection = new fresh.RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
          connection.createDataChannel("out");
          await connection.setLocalDescription(await connection.createOffer());
          const session = ["v=0", "o=- 1 1 IN IP4 127.0.0.1", "s=-", "t=0 0", "a=group:BUNDLE 0"];
          const media = [
            "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
            "c=IN IP4 127.0.0.1",
            "a=mid:0",
            `a=ice-ufrag:${user}`,
            `a=ice-pwd:${"x".repeat(24)}`,
            `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => "AA").join(":")}`,
            "a=setup:active",
            "a=sctp-port:5000",
            `a=candidate:1 1 udp 2122260223 127.0.0.1 ${port} typ host`,
          ];
          await connection.setRemoteDescription({ type: "answer", sdp: `${[...session, ...media].join("\r\n")}\r\n` });
          const isGathered = new Promise<void>((settle) => {
            connection.onicegatheringstatechange = () => connection.iceGatheringState === "complete" && settle();
          });
          if (connection.iceGatheringState !== "complete") await Promise.race([isGathered, isThrough]);
          connection.close();
          return "tried";
        } catch (error) {
          return `${(error as Error).name}: ${(error as Error).message}`;
        } finally {
          frame.remove();
        }
      },
      { port: listener.port, user: name },
    );
  const setPolicy = (policy: "default" | "disable_non_proxied_udp") =>
    desk.app.evaluate(
      ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows().forEach(({ webContents }) => webContents.setWebRTCIPHandlingPolicy(wanted)),
      policy,
    );

  it("finds no constructor in the page", async () => {
    expect(await desk.page.evaluate(() => [typeof globalThis.RTCPeerConnection, "webkitRTCPeerConnection" in globalThis])).toEqual(["undefined", false]);
  });

  it("does not leave by a peer connection", async () => {
    const outcome = await sendByPeerConnection();
    expect([outcome, await listener.received()]).toEqual(["tried", []]);
  });

  it("would leave without the policy", async () => {
    await setPolicy("default");
    try {
      const trial = sendByPeerConnection();
      await listener.arrival();
      await desk.page.evaluate(() => document.dispatchEvent(new Event("packet-arrived")));
      expect(await trial).toBe("tried");
      expect(await listener.received()).not.toEqual([]);
    } finally {
      await setPolicy("disable_non_proxied_udp");
    }
  });
});

describe("script in the page", () => {
  it.each(["text", "address", "attribute", "frame"] as const)("does not run from an injected %s", async (way) => {
    const outcome = await desk.page.evaluate(async (kind) => {
      const mark = "injectedScriptRan";
      const code = `top.${mark} = true`;
      let hasRun = false;
      const isJudged = new Promise<void>((settle) => {
        document.addEventListener("securitypolicyviolation", () => settle(), { once: true });
        const note = () => {
          hasRun = true;
          settle();
        };
        Object.defineProperty(window, mark, { configurable: true, set: note });
      });
      const element = document.createElement(kind === "frame" ? "iframe" : kind === "attribute" ? "img" : "script");
      // What it holds has run, or never will, once it is loaded or failed to.
      const isDone = new Promise((settle) => {
        element.addEventListener("load", settle);
        element.addEventListener("error", settle);
      });
      let isLoading = false;
      try {
        if (kind === "text") element.append(document.createTextNode(code));
        if (kind === "address") element.setAttribute("src", `data:text/javascript,${code}`);
        if (kind === "attribute") {
          element.setAttribute("onerror", code);
          element.setAttribute("src", "app://desk/no-such.png");
        }
        if (kind === "frame") element.setAttribute("src", "app://desk/index.html");
        document.body.append(element);
        isLoading = kind !== "text";
      } catch {
        // Refused before it is in the page; the policy tells of it all the same.
      }
      await isJudged;
      if (isLoading) await isDone;
      let hasBridge = false;
      try {
        hasBridge = element instanceof HTMLIFrameElement && element.contentWindow !== null && "desk" in element.contentWindow;
      } catch {
        // The refused frame shows an error page of another origin.
      }
      element.remove();
      return { hasRun, hasBridge };
    }, way);
    expect(outcome).toEqual({ hasRun: false, hasBridge: false });
  });

  it("puts no HTML into the page", async () => {
    const name = await desk.page.evaluate(() => {
      try {
        document.createElement("div").innerHTML = "<b>x</b>";
        return "put";
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(name).toBe("TypeError");
  });
});

it("the desk still works after all that", async () => {
  expect(await callWith("settings.get", undefined)).toBe("ok");
  await desk.page.getByTestId("status-bar").waitFor();
});

describe("navigation", () => {
  /** The main process's view: the driver waits for navigations that never come. */
  const inMain = (code: string) =>
    desk.app.evaluate(async ({ BrowserWindow }, script) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return { url: contents?.getURL(), value: (await contents?.executeJavaScript(script)) as unknown };
    }, code);
  /** Has the page go to an address; answers what becomes of that: refused by the app, refused by the browser, or the page that is left. */
  const go = (to: string) =>
    desk.app.evaluate(({ BrowserWindow }, address) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return new Promise<string>((settle) => {
        contents?.once("will-frame-navigate", (event) => settle(event.defaultPrevented ? "refused by the app" : "let go"));
        contents?.on("console-message", (_event, _level, message) => message.startsWith("Not allowed to") && settle("refused by the browser"));
        contents?.on("did-navigate", (_event, url) => url !== address && settle(`now at ${url}`));
        void contents?.executeJavaScript(`setTimeout(() => window.location.assign(${JSON.stringify(address)}), 0); 0`);
      });
    }, to);
  const isAtTheDesk = async () => {
    const { url, value } = await inMain(`window.desk.call("settings.get").then((answer) => answer.ok)`);
    expect(url).toMatch(/^app:\/\/desk\//);
    expect(value).toBe(true);
  };

  it.each([
    ["https://example.com/", "refused by the app"],
    ["http://127.0.0.1:1/", "refused by the app"],
    ["app://other/index.html", "refused by the app"],
    ["file:///etc/hostname", "refused by the browser"],
    ["data:text/html,x", "refused by the browser"],
  ])("does not go to %s", async (address, outcome) => {
    expect(await go(address)).toBe(outcome);
    await isAtTheDesk();
  });

  it("comes back to the desk from an empty page", async () => {
    expect(await go("about:blank")).toMatch(/^now at app:\/\/desk\//);
    await isAtTheDesk();
  });
});
