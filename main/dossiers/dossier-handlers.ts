import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { dossierFeature } from "../../shared/contract/dossier-channels.ts";
import type { DossierService } from "./dossier-service.ts";

export const dossierHandlers = (dossiers: DossierService): HandlersOf<typeof dossierFeature> => ({
  "dossiers.save": (request) => dossiers.save(request),
  "dossiers.choose": () => dossiers.choose(),
  "dossiers.look": ({ fileToken }) => dossiers.look(fileToken),
  "dossiers.replay": ({ fileToken }) => dossiers.replay(fileToken),
});
