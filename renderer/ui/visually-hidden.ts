/** Read aloud and not seen. */
export const visuallyHidden = { position: "absolute", clipPath: "inset(50%)", width: "1px", height: "1px", overflow: "hidden", whiteSpace: "nowrap" } as const;
