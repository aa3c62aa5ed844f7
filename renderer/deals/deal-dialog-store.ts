import { create } from "zustand";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import type { DealFromTape } from "./deal-from-tape.ts";

/** What the dialog of a deal is open for: a deal of the register, a new one, or a new one with its tape. */
type EditedDeal = Deal | "new" | DealFromTape;

/** The deal whose register entry is open, from whatever screen; null: none. */
export const useDealDialog = create<{ readonly edited: EditedDeal | null }>()(() => ({ edited: null }));

export const editDeal = (edited: EditedDeal): void => useDealDialog.setState({ edited });
export const closeDealDialog = (): void => useDealDialog.setState({ edited: null });
