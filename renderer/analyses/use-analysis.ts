import { useEffect, useState } from "react";
import type { ChannelInput, ChannelOutput } from "../../shared/contract/contract.ts";
import type { CalledName } from "../../shared/desk-bridge.ts";
import { ask, useSameInput } from "../desk/desk-client.ts";

/** An analysis waits this long after the last edit. */
const pauseMs = 250;

interface Analysis<T> {
  readonly data: T | undefined;
  readonly failure: unknown;
  readonly isRunning: boolean;
  readonly retry: () => void;
}

interface Settled<T> {
  /** Which question was answered. */
  readonly question: unknown;
  /** Which pricing and try were answered. */
  readonly round: string;
  readonly data: T | undefined;
  readonly failure: unknown;
}

/**
 * Asks an analysis of the deal's latest pricing, again with each pricing answer and each change of the question. Answers to
 * older questions are dropped; the last good one stays on screen. `question` null: nothing is asked.
 */
export function useAnalysis<N extends CalledName>(channel: N, question: ChannelInput<N> | null, answers: number): Analysis<ChannelOutput<N>> {
  const [settled, setSettled] = useState<Settled<ChannelOutput<N>>>({ question: null, round: "", data: undefined, failure: null });
  const [turn, setTurn] = useState(0);
  const asked = useSameInput(answers > 0 ? question : null);
  const round = `${answers} ${turn}`;

  useEffect(() => {
    if (asked === null) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      ask(channel, asked).then(
        (data) => isCurrent && setSettled({ question: asked, round, data, failure: null }),
        (failure: unknown) => isCurrent && setSettled(({ data }) => ({ question: asked, round, data, failure })),
      );
    }, pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [channel, asked, round]);

  const isRunning = asked !== null && (settled.question !== asked || settled.round !== round);
  return { data: settled.data, failure: isRunning ? null : settled.failure, isRunning, retry: () => setTurn((before) => before + 1) };
}
