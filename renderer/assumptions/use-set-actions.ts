import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AssumptionSet } from "../../shared/contract/assumption-channels.ts";
import { call } from "../desk/desk-client.ts";

/** A copy's name gets words before it and has to stay within the schema. */
const namedPart = 110;

/** Copies a set. Answers undefined where it failed; why is then in `failure`. */
export function useSetActions(stored: AssumptionSet) {
  const { i18n } = useTranslation();
  const [failure, setFailure] = useState<unknown>(null);

  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setFailure(null);
    try {
      return await work();
    } catch (thrown) {
      setFailure(thrown);
      return undefined;
    }
  };
  const copy = () =>
    attempt(() =>
      call("assumptions.copy", {
        id: stored.id,
        nameZh: i18n.getFixedT("zh")("pricing.sets.copyOf", { name: stored.nameZh.slice(0, namedPart) }),
        nameEn: i18n.getFixedT("en")("pricing.sets.copyOf", { name: stored.nameEn.slice(0, namedPart) }),
      }),
    );
  return { failure, copy };
}
