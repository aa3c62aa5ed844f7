import type { Handlers } from "../../shared/contract/contract.ts";
import type { memoChannels } from "../../shared/contract/memo-channels.ts";
import type { MemoService } from "../memos/memo-service.ts";

export function createMemoHandlers({ memos }: { readonly memos: MemoService }): Pick<Handlers, keyof typeof memoChannels> {
  return {
    "memos.preview": (request) => memos.preview(request),
    "memos.savePdf": (request) => memos.savePdf(request),
    "memos.print": (request) => memos.print(request),
  };
}
