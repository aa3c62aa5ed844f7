import type { Deal } from "../../shared/contract/deal-channels.ts";
import { navigate } from "./routes.ts";
import { setOpenDeal } from "./session-store.ts";

/** Opens the step of a deal at which the work goes on. */
export function openDeal(deal: Deal): void {
  setOpenDeal(deal);
  navigate({ screen: deal.package ? "workbench" : "tape", dealId: deal.id });
}
