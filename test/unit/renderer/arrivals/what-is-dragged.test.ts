import { expect, it } from "vitest";
import { whatIsDragged } from "../../../../renderer/arrivals/what-is-dragged.ts";

const file = (type: string) => ({ kind: "file", type });

it.each([
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.ms-excel",
  "application/vnd.ms-excel.sheet.macroEnabled.12",
  "text/csv",
  "text/tab-separated-values",
  "text/plain",
])("%s may be promised to be taken", (type) => {
  expect(whatIsDragged([file(type)])).toBe("tape");
});

it.each(["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/pdf", "image/png", "text/html", "application/zip"])(
  "%s is refused before it is let go",
  (type) => {
    expect(whatIsDragged([file(type)])).toBe("otherKind");
  },
);

it("a folder and a file of a kind that the system doesn't know look alike: nothing is promised of them", () => {
  expect(whatIsDragged([file("")])).toBe("maybeTape");
  expect(whatIsDragged([file("application/octet-stream")])).toBe("maybeTape");
  expect(whatIsDragged([])).toBe("maybeTape");
});

it("several files are promised what all of them are; a text that comes with one isn't counted", () => {
  expect(whatIsDragged([file("text/csv"), file("application/vnd.ms-excel")])).toBe("tape");
  expect(whatIsDragged([file("text/csv"), file("")])).toBe("maybeTape");
  expect(whatIsDragged([file("text/csv"), file("image/png")])).toBe("otherKind");
  expect(whatIsDragged([file("text/csv"), { kind: "string", type: "text/uri-list" }])).toBe("tape");
});
