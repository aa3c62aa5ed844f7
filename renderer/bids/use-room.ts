import { useEffect, useRef, useState } from "react";
import type { OpenRound } from "../../shared/domain/bid-rounds.ts";
import { call } from "../desk/desk-client.ts";

export type HeardKind = "ownBid" | "rivalBid";

/** How much was written down of a sale: of two states the later one says more. */
const writtenIn = ({ events }: OpenRound): number => events.reduce((sum, { isStruck }) => sum + (isStruck ? 2 : 1), 0);

/** Takes down what is heard in the room, one after the other: keys pressed fast are as many bids, each on what stands after the one before. */
export function useRoom(dealId: number, round: OpenRound) {
  const latest = useRef(round);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const [error, setError] = useState<unknown>(undefined);
  useEffect(() => {
    if (writtenIn(round) >= writtenIn(latest.current)) latest.current = round;
  }, [round]);

  /** Answers whether it was taken down. */
  const inTurn = (work: (state: OpenRound) => Promise<OpenRound> | null): Promise<boolean> => {
    const done = turn.current.then(async () => {
      setError(undefined);
      try {
        const answer = await work(latest.current);
        if (answer !== null) latest.current = answer;
        return answer !== null;
      } catch (failure) {
        setError(failure);
        return false;
      }
    });
    turn.current = done;
    return done;
  };
  const heard = (kind: HeardKind, amountFen: number) => call("bids.bid", { dealId, kind, amountFen, bidder: "" });
  return {
    error,
    bid: (kind: HeardKind, amountFen: number) => inTurn(() => heard(kind, amountFen)),
    /** Nobody bids against himself: who leads waits. */
    bidNext: (kind: HeardKind) =>
      inTurn(({ nextFen, standing }) => (nextFen === null || (kind === "ownBid" && standing?.isOwn === true) ? null : heard(kind, nextFen))),
    strike: () => inTurn(() => call("bids.strike", { dealId })),
  };
}
