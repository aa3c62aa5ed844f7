/** A stratum that opens to its loans: text that shows under the pointer and by the focus what it is. */
export const stratumButton = {
  all: "unset",
  cursor: "pointer",
  "&:hover": { textDecoration: "underline dotted" },
  "&:focus-visible": { outline: 2, outlineColor: "primary.main", outlineOffset: 1 },
} as const;

/** The same where it is a name among figures that don't open. */
export const stratumName = { ...stratumButton, color: "primary.main" } as const;
