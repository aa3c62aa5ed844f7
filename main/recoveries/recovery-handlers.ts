import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { recoveryFeature } from "../../shared/contract/recovery-channels.ts";
import type { RecoveryService } from "./recovery-service.ts";

export const recoveryHandlers = (recoveries: RecoveryService): HandlersOf<typeof recoveryFeature> => ({
  "recoveries.read": ({ fileToken, choice }) => recoveries.read(fileToken, choice),
  "recoveries.propose": (use) => recoveries.propose(use),
  "recoveries.use": (use) => recoveries.use(use),
});
