import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { HeldDeal } from "../../shared/domain/held-data.ts";
import { formatNumber } from "../../shared/format.ts";
import { call, useCall } from "../desk/desk-client.ts";
import { closeDeal } from "../desk/layout-store.ts";
import { useSession } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { EraseDialog } from "./EraseDialog.tsx";
import { HeldDealTable } from "./HeldDealTable.tsx";
import { RunsDialog } from "./RunsDialog.tsx";

const bytesPerMb = 1024 * 1024;

interface Asked {
  readonly deal: HeldDeal;
  readonly what: "deal" | "runs";
}

async function eraseDeal(dealId: number, removesBackups: boolean) {
  const erased = await call("erase.deal", { dealId, removesBackups });
  if (useSession.getState().openDeal?.id === dealId) closeDeal();
  return erased;
}

/** What data is in the file, by kind and by deal, and the way to take it out. */
export function DataView() {
  const { t } = useTranslation();
  const held = useCall("erase.held", undefined);
  const isEncrypted = useSession(({ info }) => info?.isEncrypted === true);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  if (held.error !== undefined) return <ErrorAlert error={held.error} onRetry={held.reload} />;
  if (held.data === undefined) return <LinearProgress aria-label={t("common.loading")} />;
  const { bytes, kinds, deals, backups } = held.data;
  return (
    <>
      <TitledPanel title={t("erase.deals")}>
        <HeldDealTable deals={deals} onErase={(deal) => setAsked({ deal, what: "deal" })} onRuns={(deal) => setAsked({ deal, what: "runs" })} />
      </TitledPanel>
      <TitledPanel title={t("erase.kinds")}>
        <Typography variant="body2" sx={{ px: 1, pb: 1 }}>
          {t(isEncrypted ? "erase.kindsTextEncrypted" : "erase.kindsText", { size: formatNumber(bytes / bytesPerMb, 1), backups: formatNumber(backups) })}
        </Typography>
        <ListTable aria-label={t("erase.kinds")} data-testid="held-kinds">
          <thead>
            <tr>
              <th scope="col">{t("erase.kindHead")}</th>
              <th scope="col" className="number">
                {t("erase.rows")}
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(({ kind, rows }) => (
              <tr key={kind}>
                <th scope="row">{t(`erase.kind.${kind}`)}</th>
                <td className="number">{formatNumber(rows)}</td>
              </tr>
            ))}
          </tbody>
        </ListTable>
      </TitledPanel>
      {asked?.what === "deal" && (
        <EraseDialog
          title={t("erase.eraseDealTitle", { name: asked.deal.name })}
          text={t("erase.eraseDealText")}
          erase={(removesBackups) => eraseDeal(asked.deal.dealId, removesBackups)}
          onClose={close}
        />
      )}
      {asked?.what === "runs" && <RunsDialog deal={asked.deal} onClose={close} />}
    </>
  );
}
