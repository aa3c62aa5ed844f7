import { useEffect, useState } from "react";
import type { ChannelInput, ChannelName, ChannelOutput } from "../../shared/contract/contract.ts";
import { CallFailure } from "../desk/desk-client.ts";

/** An analysis waits this long after the last edit. */
const pauseMs = 250;

interface Analysis<T> {
  readonly data: T | undefined;
  readonly failure: unknown;
  readonly isRunning: boolean;
  readonly retry: () => void;
}

interface Settled<T> {
  /** Which question, pricing and try were answered. */
  readonly round: string;
  readonly data: T | undefined;
  readonly failure: unknown;
}

/**
 * Asks an analysis of the deal's latest pricing, again with each pricing answer and each change of the question. Answers to
 * older questions are dropped; the last good one stays on screen. `question` null: nothing is asked.
 */
export function useAnalysis<N extends ChannelName>(channel: N, question: ChannelInput<N> | null, answers: number): Analysis<ChannelOutput<N>> {
  const [settled, setSettled] = useState<Settled<ChannelOutput<N>>>({ round: "", data: undefined, failure: null });
  const [turn, setTurn] = useState(0);
  // The question as text, so that an equal object made anew does not ask again.
  const key = question === null ? null : JSON.stringify(question);
  const isAsked = key !== null && answers > 0;
  const round = `${answers} ${turn} ${key}`;

  useEffect(() => {
    if (!isAsked) return;
    let isCurrent = true;
    const fail = (failure: unknown) => isCurrent && setSettled(({ data }) => ({ round, data, failure }));
    const timer = setTimeout(() => {
      // Parsed from the text of the question, which has the channel's own type.
      window.desk.call(channel, JSON.parse(key) as ChannelInput<N>).then((result) => {
        if (!isCurrent) return;
        if (result.ok) setSettled({ round, data: result.value, failure: null });
        else fail(new CallFailure(result.code, result.values));
      }, fail);
    }, pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [channel, key, isAsked, round]);

  const isRunning = isAsked && settled.round !== round;
  return { data: settled.data, failure: isRunning ? null : settled.failure, isRunning, retry: () => setTurn((before) => before + 1) };
}
