import { randomBytes } from "node:crypto";

const lifeMs = 60_000;

export interface MemoTokens {
  /** Keeps a memo's JSON for a minute and answers the token under which a page can read it once. */
  put(json: string): string;
  take(token: string): string | null;
}

export function createMemoTokens(nowMs: () => number): MemoTokens {
  const kept = new Map<string, { readonly json: string; readonly until: number }>();
  const dropOld = () => {
    for (const [token, { until }] of kept) if (until <= nowMs()) kept.delete(token);
  };
  return {
    put: (json) => {
      dropOld();
      const token = randomBytes(16).toString("hex");
      kept.set(token, { json, until: nowMs() + lifeMs });
      return token;
    },
    take: (token) => {
      dropOld();
      const found = kept.get(token);
      kept.delete(token);
      return found?.json ?? null;
    },
  };
}
