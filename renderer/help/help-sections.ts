/** Sections of the help in their order; their titles are in the locales under `help.<name>Title`. */
export const helpSections = ["steps", "terms", "fills", "analyses", "financing", "window", "sheet", "exports", "kept", "data", "memo", "keys"] as const;
export type HelpSectionName = (typeof helpSections)[number];
