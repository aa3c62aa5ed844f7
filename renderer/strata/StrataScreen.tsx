import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { CallFailure } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { useDealWorkbench, useWorkbench, WorkbenchProvider } from "../model/use-workbench.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { StrataView } from "./StrataView.tsx";

/** The strata of a deal's package, as it is priced now. */
export function StrataScreen({ dealId }: { readonly dealId: number }) {
  const store = useDealWorkbench(dealId);
  return (
    <WorkbenchProvider value={store}>
      <Strata dealId={dealId} />
    </WorkbenchProvider>
  );
}

function Strata({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const failure = useWorkbench((state) => state.failure);
  if (!(failure instanceof CallFailure && failure.code === "deal.noTape")) return <StrataView dealId={dealId} />;
  return (
    <EmptyState isScreen title={t("pricing.empty.title")} text={t("pricing.empty.text")}>
      <Button variant="contained" onClick={() => navigate({ screen: "tape", dealId })}>
        {t("pricing.empty.toTape")}
      </Button>
    </EmptyState>
  );
}
