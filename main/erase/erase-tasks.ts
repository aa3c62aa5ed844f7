import type { HeldDeal, KindCounts } from "../../shared/domain/held-data.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import { countKinds, listHeldDeals } from "./held-data.ts";

/** In a worker: counting a million loans takes a moment. */
function countHeld({ desk, today }: { readonly desk: DeskFile; readonly today: string }): { readonly kinds: KindCounts; readonly deals: HeldDeal[] } {
  const connection = new WorkerConnection(desk);
  try {
    return { kinds: countKinds(connection.raw), deals: listHeldDeals(connection.raw, today) };
  } finally {
    connection.close();
  }
}

export const eraseTasks = { countHeld };
export type EraseTasks = typeof eraseTasks;
