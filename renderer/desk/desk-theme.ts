import { enUS, zhCN } from "@mui/material/locale";
import { createTheme, type PaletteOptions, type Theme, type ThemeOptions } from "@mui/material/styles";
import { enUS as gridEnUS, zhCN as gridZhCN } from "@mui/x-data-grid/locales";
import type {} from "@mui/x-data-grid/themeAugmentation";
import { enUS as pickersEnUS, zhCN as pickersZhCN } from "@mui/x-date-pickers/locales";
import type {} from "@mui/x-date-pickers/themeAugmentation";
import type { Language } from "../../shared/domain/codes.ts";
import { cspNonce } from "./csp-nonce.ts";
import { iconSizes, typeSizes, typography } from "./type-scale.ts";

const palettes: Record<"light" | "dark", PaletteOptions> = {
  light: {
    mode: "light",
    primary: { main: "#1f5b99" },
    success: { main: "#1d7a4f" },
    warning: { main: "#9a6200" },
    error: { main: "#b3261e" },
    info: { main: "#3a6ea5" },
    divider: "#dfe3e8",
    background: { default: "#f4f6f8", paper: "#ffffff" },
    text: { primary: "#1b2430", secondary: "#566272" },
  },
  dark: {
    mode: "dark",
    primary: { main: "#7fb2e8" },
    success: { main: "#63c393" },
    warning: { main: "#e0b05c" },
    error: { main: "#f08a80" },
    info: { main: "#8ab6e6" },
    divider: "#2d353f",
    background: { default: "#12161b", paper: "#191f26" },
    text: { primary: "#e3e8ee", secondary: "#98a5b4" },
  },
};

const gridRowPx = 32;

const dense: ThemeOptions = {
  shape: { borderRadius: 4 },
  spacing: 8,
  typography,
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        "html, body, #root": { height: "100%" },
        body: { overflow: "hidden", userSelect: "none" },
        "input, textarea, [data-selectable]": { userSelect: "text" },
        // The font draws curly quotes for Chinese, a whole square wide; said of each element, since fields and buttons begin anew.
        ":root:lang(en) *": { fontFeatureSettings: '"halt"' },
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: {
        // Without ripples nothing else shows where the keyboard is.
        root: ({ theme }) => ({ fontFamily: "inherit", "&.Mui-focusVisible": { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: -2 } }),
      },
    },
    MuiButton: {
      defaultProps: { size: "small", disableElevation: true },
      styleOverrides: { root: { whiteSpace: "nowrap" } },
    },
    MuiIconButton: { defaultProps: { size: "small" } },
    MuiTextField: { defaultProps: { size: "small" } },
    MuiFormControl: { defaultProps: { size: "small" } },
    MuiSelect: { defaultProps: { size: "small" } },
    MuiOutlinedInput: { styleOverrides: { root: { "&.MuiInputBase-sizeSmall .MuiOutlinedInput-input": { paddingTop: 6, paddingBottom: 6 } } } },
    MuiInputLabel: {
      styleOverrides: { root: { "&.MuiInputLabel-sizeSmall.MuiInputLabel-outlined:not(.MuiInputLabel-shrink)": { transform: "translate(14px, 6px)" } } },
    },
    MuiMenuItem: { defaultProps: { dense: true } },
    MuiTooltip: { defaultProps: { enterDelay: 400, disableInteractive: true } },
    MuiPaper: { styleOverrides: { root: { backgroundImage: "none" } } },
    MuiTypography: { defaultProps: { variantMapping: { h4: "h3", fine: "span", figure: "div" } } },
    MuiSvgIcon: {
      styleOverrides: { fontSizeSmall: { fontSize: iconSizes.small }, fontSizeLarge: { fontSize: iconSizes.large } },
      variants: [{ props: { fontSize: "tiny" }, style: { fontSize: iconSizes.tiny } }],
    },
    MuiChip: {
      defaultProps: { size: "small", variant: "outlined" },
      styleOverrides: { sizeSmall: ({ theme }) => ({ ...theme.typography.fine, height: 18, borderRadius: 2, "& .MuiChip-label": { paddingInline: 6 } }) },
    },
    MuiDialogTitle: { styleOverrides: { root: ({ theme }) => ({ ...theme.typography.h1, padding: "12px 20px" }) } },
    MuiToggleButton: { styleOverrides: { root: { textTransform: "none", fontSize: typeSizes.small, lineHeight: 1.4, padding: "2px 10px" } } },
    MuiTableCell: {
      styleOverrides: {
        root: { fontVariantNumeric: "tabular-nums" },
        sizeSmall: { padding: "5px 10px" },
        head: ({ theme }) => ({
          fontWeight: 700,
          fontSize: typeSizes.small,
          whiteSpace: "nowrap",
          color: theme.palette.text.secondary,
          backgroundColor: theme.palette.background.default,
        }),
      },
    },
    MuiDataGrid: {
      defaultProps: { density: "standard", rowHeight: gridRowPx, columnHeaderHeight: 34, nonce: cspNonce },
      styleOverrides: {
        root: ({ theme }) => ({
          border: 0,
          borderRadius: 0,
          fontVariantNumeric: "tabular-nums",
          "--DataGrid-containerBackground": theme.palette.background.default,
          "& .MuiDataGrid-columnHeaderTitle": { fontWeight: 700, fontSize: typeSizes.small, color: theme.palette.text.secondary },
          "& .MuiDataGrid-row:focus-within, & .MuiDataGrid-cell:focus": { outlineOffset: -2 },
        }),
      },
    },
  },
};

/** Pixels that a row of a table is higher than dense. */
export const rowExtra = { dense: 0, comfortable: 6 } as const;

export function deskTheme(mode: "light" | "dark", language: Language, density: keyof typeof rowExtra): Theme {
  const locales = language === "zh" ? [zhCN, gridZhCN, pickersZhCN] : [enUS, gridEnUS, pickersEnUS];
  const byDensity = {
    components: {
      MuiCssBaseline: { styleOverrides: { ":root": { "--row-extra": `${rowExtra[density]}px` } } },
      MuiDataGrid: { defaultProps: { rowHeight: gridRowPx + rowExtra[density] } },
    },
  };
  return createTheme({ ...dense, palette: palettes[mode] }, byDensity, ...locales);
}
