import { describe, expect, it } from "vitest";
import { readTime } from "../../../shared/typed/typed-time.ts";

const said = (text: string) => {
  const time = readTime(text);
  return time.kind === "exact" ? time.value : time.kind === "empty" ? "empty" : time.code;
};

describe("a time of day as people type it", () => {
  it.each([
    "17:00",
    "17：00",
    "17.00",
    "17。00",
    "17:00:00",
    "1700",
    "17点",
    "17时",
    "17 点整",
    "17时00分",
    "下午5点",
    "下午5:00",
    "5 pm",
    "5:00 p.m.",
    "十七点",
    "下午五点",
  ])("%j is five in the afternoon", (text) => {
    expect(said(text)).toBe("17:00");
  });

  it.each([
    ["9:05", "09:05"],
    ["9点半", "09:30"],
    ["上午9时30分", "09:30"],
    ["9 am", "09:00"],
    ["12 pm", "12:00"],
    ["中午12点", "12:00"],
    ["00:00", "00:00"],
    ["", "empty"],
    ["24:00", "noSuchTime"],
    ["17:60", "noSuchTime"],
    ["13 am", "noSuchTime"],
    ["17", "notATime"],
    ["17:0", "notATime"],
    ["evening", "notATime"],
    ["2025-11-13", "notATime"],
  ])("%j is %s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});
