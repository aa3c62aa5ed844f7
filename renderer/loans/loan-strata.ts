import { create } from "zustand";
import type { StrataFilter, StrataLine } from "../../shared/domain/strata.ts";
import { useSession } from "../desk/session-store.ts";

/** A stratum whose loans are listed, with what it is called. */
export interface ChosenStratum {
  readonly filter: StrataFilter;
  readonly line: StrataLine;
}

interface LoanStrata {
  readonly tapeId: number | null;
  readonly chosen: readonly ChosenStratum[];
}

const none: readonly ChosenStratum[] = [];
const useStore = create<LoanStrata>()(() => ({ tapeId: null, chosen: none }));
const tapeNow = () => useSession.getState().openDeal?.package?.tapeId ?? null;

/** Lists the loans of some strata of the deal that is open, until they are taken off or it gets another tape. */
export function chooseStrata(chosen: readonly ChosenStratum[]): void {
  useStore.setState({ tapeId: tapeNow(), chosen });
}

/** The strata whose loans are listed; none: all loans are. */
export function useChosenStrata(): readonly ChosenStratum[] {
  const { tapeId, chosen } = useStore();
  const shown = useSession(({ openDeal }) => openDeal?.package?.tapeId ?? null);
  return shown !== null && shown === tapeId ? chosen : none;
}
