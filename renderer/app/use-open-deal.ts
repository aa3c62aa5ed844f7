import { useEffect } from "react";
import { useCall } from "../desk/desk-client.ts";
import { closeDeal, noteOpened, useLayout } from "../desk/layout-store.ts";
import { dealIdOf, navigate, useRoute } from "../desk/routes.ts";
import { setOpenDeal, showError, useSession } from "../desk/session-store.ts";

/** Keeps the open deal's name and package fresh while its steps are visited. */
export function useOpenDeal(): void {
  const route = useRoute();
  const known = useSession((state) => state.openDeal);
  const left = useLayout((layout) => layout.openDealId);
  const dealId = dealIdOf(route) ?? known?.id ?? left;
  const { data, error, reload } = useCall("deals.get", "desk" in window && dealId !== null ? { dealId } : null);

  useEffect(() => {
    if (!data || data.id !== dealId) return;
    setOpenDeal(data);
    noteOpened(data.id);
  }, [data, dealId]);

  // A step may have changed the package or the stage.
  useEffect(() => {
    if (dealId !== null) reload();
  }, [route, dealId, reload]);

  useEffect(() => {
    if (!error) return;
    showError(error);
    closeDeal();
    navigate({ screen: "deals" });
  }, [error]);
}
