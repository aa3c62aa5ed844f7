import { expect, it } from "vitest";
import { isAudited } from "../../../../main/audit/audited-call.ts";
import { type ChannelName, contract } from "../../../../shared/contract/contract.ts";
import { isTextKey } from "../../../../shared/locales/texts.ts";

it("has a word for every deed that the trail keeps, and for every area of deeds", () => {
  const audited = (Object.keys(contract) as ChannelName[]).filter(isAudited);
  expect(audited.filter((channel) => !isTextKey(`trail.kind.${channel}`))).toEqual([]);
});
