import { createContext } from "react";

/** What a memo is laid out for: pages of its own, or the parts of a document that a word processor lays out. */
export type PaperForm = "pages" | "parts";

export const PaperFormContext = createContext<PaperForm>("pages");
