import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AssumptionSet } from "../../shared/contract/assumption-channels.ts";
import { call } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { sourcesAfterEdit } from "./set-edits.ts";

const localToday = () => new Intl.DateTimeFormat("sv-SE").format(new Date());
/** A copy's name gets words before it and has to stay within the schema. */
const namedPart = 110;

/** Copies and saves a set. Each answers undefined where it failed; why is then in `failure`. */
export function useSetActions(stored: AssumptionSet) {
  const { t, i18n } = useTranslation();
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
  const save = (draft: AssumptionSet) =>
    attempt(async () => {
      const changedFrom: Parameters<typeof sourcesAfterEdit>[3] = (one, source) => i18n.getFixedT(one)("pricing.source.changedFrom", { source });
      const { seeded: _seeded, ...change } = { ...draft, sources: sourcesAfterEdit(stored, draft, localToday(), changedFrom) };
      const saved = await call("assumptions.update", change);
      showNotice(t("pricing.sets.saved"));
      return saved;
    });
  return { failure, copy, save };
}
