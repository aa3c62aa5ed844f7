import type { TFunction } from "i18next";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { assumptionGroups } from "../../shared/domain/assumptions.ts";
import { type CommandId, commandIds, commandRow } from "../desk/command-table.ts";
import { canRun, runCommand } from "../desk/commands.ts";
import { useCall } from "../desk/desk-client.ts";
import { keyText } from "../desk/key-text.ts";
import { changeLayout, useLayout } from "../desk/layout-store.ts";
import { openDeal } from "../desk/open-deal.ts";
import { navigate, type WorkbenchView, workbenchViews } from "../desk/routes.ts";
import { useSession } from "../desk/session-store.ts";
import { changeLoanLook } from "../loans/loan-view-store.ts";
import { pathKey } from "../model/edit-path.ts";
import type { FieldEntry } from "../model/field-rows.ts";
import { revealField } from "../model/revealed-group.ts";
import type { PaletteEntry } from "./palette-entries.ts";
import { useMoreDebtors } from "./use-more-debtors.ts";

/** Groups that are edited in a view of their own. */
const homes: Readonly<Record<string, WorkbenchView>> = { payment: "financing", transition: "financing", leverage: "financing", simulation: "simulation" };

/** Everything that can be gone to now. */
export function usePaletteEntries(dealsOnly: boolean, wanted: string) {
  const { t } = useTranslation();
  const deal = useSession((state) => state.openDeal);
  const dealId = deal?.package == null ? null : deal.id;
  const [fields, setFields] = useState<readonly FieldEntry[]>([]);
  const recent = useLayout((state) => state.recentDealIds);
  const deals = useCall("deals.list", { archived: false }).data;
  const debtors = useCall("packages.debtors", dealId === null || dealsOnly ? null : { dealId }).data;
  const more = useMoreDebtors(dealsOnly ? null : dealId, debtors, wanted);
  const entries = useMemo(() => {
    const ofDeals = dealEntries(deals ?? [], recent, t);
    if (dealsOnly) return ofDeals;
    const ofDeal =
      dealId === null ? [] : [...viewEntries(dealId, t), ...fieldEntries(dealId, fields, t), ...debtorEntries(dealId, [...(debtors ?? []), ...more], t)];
    return [...ofDeals.slice(0, 8), ...commandEntries(t), ...ofDeals.slice(8), ...ofDeal];
  }, [deals, recent, dealId, fields, debtors, more, dealsOnly, t]);
  return { entries, dealId, onFields: setFields };
}

function dealEntries(deals: readonly Deal[], recent: readonly number[], t: TFunction): PaletteEntry[] {
  const rank = ({ id }: Deal) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return deals
    .toSorted((one, other) => rank(one) - rank(other))
    .map((deal) => ({
      id: `deal ${deal.id}`,
      kind: "deal",
      name: deal.name,
      detail: [deal.seller, t(`code.dealStage.${deal.stage}`)].filter(Boolean).join(" · "),
      run: () => openDeal(deal),
    }));
}

const notListed: readonly CommandId[] = ["palette", "openDeal", "nextPane", "previousPane"];

function commandEntries(t: TFunction): PaletteEntry[] {
  return commandIds
    .filter((id) => commandRow(id).role === undefined && !notListed.includes(id) && canRun(id))
    .map((id) => ({
      id: `command ${id}`,
      kind: id.startsWith("show") && commandRow(id).menu !== "help" ? "view" : "command",
      name: t(`action.${id}`),
      detail: keyText(commandRow(id).keys?.[0] ?? ""),
      run: () => void runCommand(id),
    }));
}

function viewEntries(dealId: number, t: TFunction): PaletteEntry[] {
  return workbenchViews.map((view) => ({
    id: `view ${view}`,
    kind: "view",
    name: t(`pricing.view.${view}`),
    detail: t("nav.workbench"),
    run: () => navigate({ screen: "workbench", dealId, view }),
  }));
}

function fieldEntries(dealId: number, fields: readonly FieldEntry[], t: TFunction): PaletteEntry[] {
  return fields.map(({ path, label }) => {
    const group = assumptionGroups.find((name) => name === path[0]);
    const key = pathKey(path);
    const view = group === undefined ? undefined : homes[group];
    return {
      id: `assumption ${key}`,
      kind: "assumption",
      name: label,
      detail: group === undefined ? "" : t(`pricing.group.${group}`),
      run: () => {
        if (view === undefined) changeLayout({ areAssumptionsFolded: false });
        navigate({ screen: "workbench", dealId, ...(view === undefined ? {} : { view }) });
        revealField(key);
      },
    };
  });
}

function debtorEntries(dealId: number, debtors: readonly string[], t: TFunction): PaletteEntry[] {
  return debtors.map((name) => ({
    id: `debtor ${name}`,
    kind: "debtor",
    name,
    detail: t("pricing.loans.title"),
    run: () => {
      changeLoanLook(dealId, { search: name });
      navigate({ screen: "workbench", dealId, view: "loans" });
    },
  }));
}
