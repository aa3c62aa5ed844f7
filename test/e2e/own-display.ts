/*
 * Windows of different test files never share a display: they would take the focus and the clipboard from one another.
 */

const displays = process.env["AMC_E2E_DISPLAYS"]?.split(" ") ?? [];
const display = displays[Number(process.env["VITEST_POOL_ID"]) - 1];
if (displays.length > 0) {
  if (display === undefined) throw new Error(`worker ${process.env["VITEST_POOL_ID"]} has no display among ${displays.join(", ")}`);
  process.env["DISPLAY"] = display;
}
