import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { noticeFeature } from "../../shared/contract/notice-channels.ts";
import type { NoticeService } from "./notice-service.ts";

export const noticeHandlers = (notices: NoticeService): HandlersOf<typeof noticeFeature> => ({
  "notices.figures": ({ dealId }) => notices.figures(dealId),
});
