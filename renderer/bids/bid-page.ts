import type { BidDesk } from "../../shared/contract/bid-channels.ts";

/** What every page of a deal's bid shows. */
export interface BidPageProps {
  readonly dealId: number;
  readonly desk: BidDesk;
  /** An archived deal. */
  readonly isReadOnly: boolean;
}
