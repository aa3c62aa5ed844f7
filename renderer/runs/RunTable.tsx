import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { RestoreRunDialog } from "./RestoreRunDialog.tsx";
import { RunMarkDialog } from "./RunMarkDialog.tsx";
import { RunRow } from "./RunRow.tsx";

interface RunTableProps {
  readonly dealId: number;
  readonly runs: readonly PricingRun[];
  /** Runs ticked for a comparison. */
  readonly chosen: readonly number[];
  readonly openId: number | null;
  readonly onChoose: (runId: number) => void;
  readonly onOpen: (runId: number) => void;
}

const figures = ["bid", "irr"] as const;
const words = ["caseName", "savedBy", "savedAt", "note"] as const;

/** Runs, the newest first: what was bid, what it earns, whose they are. */
export function RunTable({ dealId, runs, chosen, openId, onChoose, onOpen }: RunTableProps) {
  const { t } = useTranslation();
  const unit = moneyUnitLabel(useMoneyUnit(), useLanguage());
  const dealName = useCall("deals.get", { dealId }).data?.name ?? "";
  const [asked, setAsked] = useState<{ readonly run: PricingRun; readonly what: "mark" | "restore" } | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <ListTable data-testid="run-list" aria-label={t("runs.title")}>
        <thead>
          <tr>
            <th aria-label={t("runs.compareHint")} />
            <th aria-label={t("runs.star")} />
            <th scope="col">{t("runs.name")}</th>
            {figures.map((head) => (
              <th scope="col" className="number" key={head}>
                {head === "bid" ? t("runs.withUnit", { name: t("runs.bid"), unit }) : t(`runs.${head}`)}
              </th>
            ))}
            {words.map((head) => (
              <th scope="col" key={head}>
                {t(`runs.${head}`)}
              </th>
            ))}
            <th aria-label={t("common.actions")} />
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <RunRow
              key={run.id}
              run={run}
              isChosen={chosen.includes(run.id)}
              isOpen={openId === run.id}
              onChoose={() => onChoose(run.id)}
              onOpen={() => onOpen(run.id)}
              onMark={() => setAsked({ run, what: "mark" })}
              onRestore={() => setAsked({ run, what: "restore" })}
            />
          ))}
        </tbody>
      </ListTable>
      {asked?.what === "mark" ? <RunMarkDialog run={asked.run} onClose={close} /> : null}
      {asked?.what === "restore" ? <RestoreRunDialog run={asked.run} dealName={dealName} onClose={close} /> : null}
    </>
  );
}
