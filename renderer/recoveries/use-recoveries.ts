import { useState } from "react";
import type { Segment } from "../../shared/domain/codes.ts";
import type { RecoveryChoice, RecoveryReading } from "../../shared/domain/recoveries.ts";
import { call } from "../desk/desk-client.ts";

interface ChosenFile {
  readonly fileToken: string;
  readonly fileName: string;
}

/** Segments of the file with the model's; null: left out. */
export type Mapping = Readonly<Record<string, Segment | null>>;

const asDetected: RecoveryChoice = { columns: null, unit: null };

/** A file of closed loans: chosen, read, read again under other columns, its segments mapped. */
export function useRecoveries() {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [reading, setReading] = useState<RecoveryReading | null>(null);
  const [readings, setReadings] = useState(0);
  const [mapping, setMapping] = useState<Mapping>({});
  const [isMapped, setMapped] = useState(false);
  const [isReading, setReadingNow] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const read = async (chosen: ChosenFile, choice: RecoveryChoice) => {
    setFile(chosen);
    setFailure(null);
    setReadingNow(true);
    try {
      const next = await call("recoveries.read", { fileToken: chosen.fileToken, choice });
      setReading(next);
      setReadings((before) => before + 1);
      const names = next.calibration?.segments ?? [];
      setMapping((before) => Object.fromEntries(names.map(({ segment, proposed }) => [segment, before[segment] ?? proposed])));
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setReadingNow(false);
    }
  };
  const choose = async () => {
    try {
      const chosen = await call("tapes.chooseFile");
      if (chosen === null) return;
      setReading(null);
      setMapping({});
      setMapped(false);
      await read(chosen, asDetected);
    } catch (thrown) {
      setFailure(thrown);
    }
  };
  return {
    file,
    reading,
    /** Counts the readings: what was made of one is made anew of the next. */
    readings,
    mapping,
    /** The user mapped segments, which closing would lose. */
    isMapped,
    isReading,
    failure,
    choose,
    /** Reads the file under columns, or a unit, that the user chose. */
    readAs: (choice: RecoveryChoice) => (file === null ? Promise.resolve() : read(file, choice)),
    map: (names: readonly string[], segment: Segment | null) => {
      setMapped(true);
      setMapping((before) => ({ ...before, ...Object.fromEntries(names.map((name) => [name, segment])) }));
    },
  };
}
export type Recoveries = ReturnType<typeof useRecoveries>;
