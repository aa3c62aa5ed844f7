import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AssumptionSet } from "../../shared/contract/assumption-channels.ts";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { call, useCall } from "../desk/desk-client.ts";
import { useLanguage } from "../desk/session-store.ts";
import { useOrigin } from "../model/use-origin.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";

/** Where a deal's assumptions are those of another kind of deal, offers the built-in ones of its own kind; nothing is replaced unasked. */
export function SetOffer({ deal }: { readonly deal: Deal }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const load = useWorkbench((state) => state.load);
  const set = useOrigin();
  const sets = useCall("assumptions.list", undefined).data;
  const [isAsking, setAsking] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  const wanted = deal.kind === "other" ? "corporateBulk" : deal.kind;
  const offered = sets?.find((one) => one.seeded && one.dealKind === wanted);
  const isOwn = set === null || offered === undefined || set.dealKind === wanted;
  if (isOwn || kept === deal.kind || deal.archived) return null;
  const nameOf = (one: AssumptionSet) => (language === "zh" ? one.nameZh : one.nameEn);
  const name = nameOf(offered);
  const change = async () => {
    await call("assumptions.apply", { dealId: deal.id, assumptionSetId: offered.id });
    await load();
  };
  return (
    <>
      <Alert
        severity="info"
        data-testid="set-offer"
        sx={{ borderRadius: 0, py: 0, flexShrink: 0, "& .MuiAlert-action": { pt: 0.25 } }}
        action={
          <>
            <Button size="small" onClick={() => setAsking(true)} data-testid="set-offer-change">
              {t("setOfDeal.change", { name })}
            </Button>
            <Button size="small" onClick={() => setKept(deal.kind)} data-testid="set-offer-keep">
              {t("setOfDeal.keep")}
            </Button>
          </>
        }
      >
        {t("setOfDeal.offer", { kind: t(`code.dealKind.${deal.kind}`), name: nameOf(set) })}
      </Alert>
      {isAsking ? (
        <ConfirmDialog
          title={t("setOfDeal.changeTitle", { name })}
          text={t("setOfDeal.changeText")}
          confirmText={t("pricing.sets.apply")}
          isDestructive={false}
          act={change}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
