import { expect, it } from "vitest";
import { readSwitches } from "../../main/app/command-line.ts";

const released = { isPackaged: true, isSuperUser: false, isTestBuild: false };

it.each([
  "--remote-debugging-port=9222",
  "--remote-debugging-pipe",
  "--inspect",
  "--inspect-brk=0",
  "--js-flags=--expose-gc",
  "--disable-web-security",
  "--host-rules=MAP * evil",
  "--host-resolver-rules=MAP * evil",
  "--no-sandbox",
  "--user-data-dir=/tmp/x",
  "--load-extension=/tmp/x",
  "--proxy-server=evil",
  "--enable-logging",
  "-r",
  "/remote-debugging-port=1 --inspect",
])("a released app does not start with %s", (argument) => {
  expect(readSwitches(argument.split(" "), released).refused).not.toBeNull();
});

it("a released app starts plainly, for the demo, and on any screen", () => {
  expect(readSwitches([], released)).toEqual({ isDemo: false, told: null, desk: null, refused: null });
  expect(readSwitches(["--demo", "--ozone-platform=wayland", "--force-device-scale-factor=2"], released)).toEqual({
    isDemo: true,
    told: null,
    desk: null,
    refused: null,
  });
});

it("the super-user may go without a sandbox, a test build may be driven", () => {
  expect(readSwitches(["--no-sandbox"], { ...released, isSuperUser: true }).refused).toBeNull();
  expect(readSwitches(["--inspect=0", "--remote-debugging-port=0"], { ...released, isTestBuild: true }).refused).toBeNull();
});
