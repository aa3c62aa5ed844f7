import { create } from "zustand";

/** Whether the dialog that unlocks a signature is open, wherever it was asked for. */
export const useUnlocking = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));

export const askToUnlock = () => useUnlocking.setState({ isOpen: true });
export const closeUnlocking = () => useUnlocking.setState({ isOpen: false });
