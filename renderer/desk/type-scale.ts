import type { CSSProperties, TypographyVariantsOptions } from "@mui/material/styles";

declare module "@mui/material/styles" {
  interface TypographyVariants {
    fine: CSSProperties;
    figure: CSSProperties;
    room: CSSProperties;
  }
  interface TypographyVariantsOptions {
    fine?: CSSProperties;
    figure?: CSSProperties;
    room?: CSSProperties;
  }
}
declare module "@mui/material/Typography" {
  interface TypographyPropsVariantOverrides {
    fine: true;
    figure: true;
    room: true;
    h5: false;
    h6: false;
    subtitle1: false;
    subtitle2: false;
    caption: false;
    overline: false;
  }
}
declare module "@mui/material/SvgIcon" {
  interface SvgIconPropsSizeOverrides {
    tiny: true;
  }
}

export const fontFamily = '"Noto Sans SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/** Sizes of type on the screen, in pixels. Charts and the drawn grid take them from here, everything else by a variant. */
export const typeSizes = { crowded: 9, dense: 10, fine: 11, small: 12, body: 13, heading: 14, title: 16, figure: 17, room: 30 } as const;

/** Sizes of icons beside text: in a table's row, in a line, in an empty screen. */
export const iconSizes = { tiny: 16, small: 18, large: 40 } as const;

const small = { fontSize: typeSizes.small, lineHeight: 1.5 };

/**
 * One variant for each thing that text does: `h1` a screen's title, `h2` a section's or dialog's, `h3` a panel's, `h4` a part's
 * within a panel; `body1` text, `body2` cells, fields and captions, `fine` units and sources, `figure` an answer in one number, `room` one that is read across a table while others bid.
 */
export const typography: TypographyVariantsOptions = {
  fontFamily,
  fontSize: typeSizes.body,
  fontWeightMedium: 700,
  h1: { fontSize: typeSizes.title, fontWeight: 700, lineHeight: 1.4 },
  h2: { fontSize: typeSizes.heading, fontWeight: 700, lineHeight: 1.5 },
  h3: { fontSize: typeSizes.body, fontWeight: 700, lineHeight: 1.5 },
  h4: { ...small, fontWeight: 700 },
  body1: { fontSize: typeSizes.body, lineHeight: 1.55 },
  body2: small,
  caption: small, // what a field says below itself
  fine: { fontFamily, fontSize: typeSizes.fine, lineHeight: 1.35 },
  figure: { fontFamily, fontSize: typeSizes.figure, fontWeight: 700, lineHeight: 1.4, fontVariantNumeric: "tabular-nums" },
  room: { fontFamily, fontSize: typeSizes.room, fontWeight: 700, lineHeight: 1.25, fontVariantNumeric: "tabular-nums" },
  button: { fontSize: typeSizes.body, fontWeight: 400, textTransform: "none", lineHeight: 1.5 },
};
