import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { draftFeature } from "../../shared/contract/draft-channels.ts";
import type { DraftService } from "./draft-service.ts";

export const draftHandlers = (drafts: DraftService): HandlersOf<typeof draftFeature> => ({
  "drafts.of": (place) => drafts.of(place),
  "drafts.keep": ({ content, ...place }) => drafts.keep(place, content),
  "drafts.drop": (place) => drafts.drop(place),
});
