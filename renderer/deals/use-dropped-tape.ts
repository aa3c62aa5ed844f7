import { useState } from "react";
import type { ChosenFile } from "../../shared/contract/tape-channels.ts";
import { sayDropFailure, useDropTarget } from "../arrivals/drop-store.ts";
import { call } from "../desk/desk-client.ts";
import { editDeal } from "./deal-dialog-store.ts";
import { dealFromTape } from "./deal-from-tape.ts";

/** A tape that is dropped on the register: it is read, and what it says is proposed for a new deal. Answers the one that is read now. */
export function useDroppedTape(): ChosenFile | null {
  const [reading, setReading] = useState<ChosenFile | null>(null);
  const take = async (file: ChosenFile) => {
    setReading(file);
    try {
      editDeal(dealFromTape(file, await call("tapes.inspect", { fileToken: file.fileToken, encoding: null, delimiter: null })));
    } catch (error) {
      sayDropFailure(error, file.fileName);
    } finally {
      setReading(null);
    }
  };
  useDropTarget(reading === null ? "register" : "busy", { take: reading === null ? (file) => void take(file) : null });
  return reading;
}
