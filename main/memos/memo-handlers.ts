import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { memoFeature } from "../../shared/contract/memo-channels.ts";
import type { MemoService } from "./memo-service.ts";

export const memoHandlers = (memos: MemoService): HandlersOf<typeof memoFeature> => ({
  "memos.preview": (request) => memos.preview(request),
  "memos.savePdf": (request) => memos.savePdf(request),
  "memos.print": (request) => memos.print(request),
});
