import { webFont } from "../../ui/drawn-fonts.ts";

/** The type of the memo's drawn figure; the rest of the memo takes its own from memo.css. */
export const figureType = { fontFamily: `"${webFont}","Microsoft YaHei","Noto Sans CJK SC",sans-serif`, fontSize: 10.5 };
