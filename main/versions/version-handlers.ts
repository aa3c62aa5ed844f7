import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { versionFeature } from "../../shared/contract/version-channels.ts";
import type { VersionService } from "./version-service.ts";

export const versionHandlers = (versions: VersionService): HandlersOf<typeof versionFeature> => ({
  "versions.list": ({ dealId }) => versions.list(dealId),
  "versions.compare": ({ dealId, ...pair }) => versions.compare(dealId, pair),
  "versions.rows": (query) => versions.rows(query),
  "versions.decide": (decision) => versions.decide(decision),
  "versions.choose": (choice) => versions.choose(choice),
  "versions.adopt": ({ dealId, tapeId }) => versions.adopt(dealId, tapeId),
  "versions.price": ({ dealId, tapeId }) => versions.price(dealId, tapeId),
  "versions.export": (request) => versions.save(request),
});
