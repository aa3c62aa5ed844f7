import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { journalFeature } from "../../shared/contract/journal-channels.ts";
import type { JournalService } from "./journal-service.ts";

export const journalHandlers = (journal: JournalService): HandlersOf<typeof journalFeature> => ({
  "journal.next": ({ stack }) => journal.next(stack),
  "journal.move": ({ stack, way, stepId }) => journal.move(stack, way, stepId),
});
