import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { sensitivityFeature } from "../../shared/contract/sensitivity-channels.ts";
import type { SensitivityService } from "./sensitivity-service.ts";

export const sensitivityHandlers = (sensitivity: SensitivityService): HandlersOf<typeof sensitivityFeature> => ({
  "sensitivity.tornado": (question) => sensitivity.tornado(question),
  "sensitivity.grid": (question) => sensitivity.grid(question),
  "sensitivity.breakEven": (question) => sensitivity.breakEven(question),
  "sensitivity.reverseStress": (question) => sensitivity.reverseStress(question),
  "sensitivity.priceCurve": (question) => sensitivity.priceCurve(question),
  "sensitivity.gaps": (question) => sensitivity.gaps(question),
});
