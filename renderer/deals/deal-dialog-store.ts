import { create } from "zustand";
import type { Deal } from "../../shared/contract/deal-channels.ts";

/** The deal whose register entry is open, from whatever screen; null: none. */
export const useDealDialog = create<{ readonly edited: Deal | "new" | null }>()(() => ({ edited: null }));

export const editDeal = (edited: Deal | "new"): void => useDealDialog.setState({ edited });
export const closeDealDialog = (): void => useDealDialog.setState({ edited: null });
