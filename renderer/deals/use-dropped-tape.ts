import { useCallback, useState } from "react";
import type { ChosenFile } from "../../shared/contract/tape-channels.ts";
import { useDropTarget } from "../arrivals/drop-store.ts";
import { call } from "../desk/desk-client.ts";
import { editDeal } from "./deal-dialog-store.ts";
import { dealFromTape } from "./deal-from-tape.ts";

/** A tape that is dropped on the register: it is read, and what it says is proposed for a new deal. */
export function useDroppedTape() {
  const [reading, setReading] = useState<ChosenFile | null>(null);
  const [failure, setFailure] = useState<unknown>(undefined);
  const take = async (file: ChosenFile) => {
    setReading(file);
    setFailure(undefined);
    try {
      editDeal(dealFromTape(file, await call("tapes.inspect", { fileToken: file.fileToken, encoding: null, delimiter: null })));
    } catch (error) {
      setFailure(error);
    } finally {
      setReading(null);
    }
  };
  useDropTarget("register", reading === null ? (file) => void take(file) : null);
  const clearFailure = useCallback(() => setFailure(undefined), []);
  return { reading, failure, clearFailure };
}
