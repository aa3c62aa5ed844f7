import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { StoreApi } from "zustand/vanilla";
import type { AssumptionSet } from "../../shared/contract/assumption-channels.ts";
import { call } from "../desk/desk-client.ts";
import { useEditingScreen } from "../desk/edit-history.ts";
import { newTyping } from "../model/new-typing.ts";
import { sourcesAfterEdit } from "./set-edits.ts";
import { createSetStore, type SetState } from "./set-store.ts";

const localToday = () => new Intl.DateTimeFormat("sv-SE").format(new Date());

/** The store of the set on show; what waits is stored as the screen is left. */
export function useSetStore(stored: AssumptionSet): StoreApi<SetState> {
  const { i18n } = useTranslation();
  const [store] = useState(() =>
    createSetStore(
      {
        save: (opened, edited, typing) => {
          const changedFrom: Parameters<typeof sourcesAfterEdit>[3] = (one, source) => i18n.getFixedT(one)("pricing.source.changedFrom", { source });
          const { seeded: _seeded, ...change } = { ...edited, sources: sourcesAfterEdit(opened, edited, localToday(), changedFrom) };
          return call("assumptions.update", { ...change, typing });
        },
        load: async () => (await call("assumptions.list")).find(({ id }) => id === stored.id),
        newTyping,
      },
      stored,
    ),
  );
  const screen = useMemo(() => {
    const { settle, reload, hold, release } = store.getState();
    return { settle, reload, hold, release };
  }, [store]);
  useEditingScreen(screen);
  useEffect(() => {
    const flush = () => void store.getState().close();
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [store]);
  return store;
}
