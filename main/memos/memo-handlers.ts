import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { memoFeature } from "../../shared/contract/memo-channels.ts";
import type { MemoFormService } from "./memo-form-service.ts";
import type { MemoService } from "./memo-service.ts";

export const memoHandlers = (memos: MemoService, forms: MemoFormService): HandlersOf<typeof memoFeature> => ({
  "memos.preview": (request) => memos.preview(request),
  "memos.savePdf": (request) => memos.savePdf(request),
  "memos.saveDocument": (request) => memos.saveDocument(request),
  "memos.print": (request) => memos.print(request),
  "memos.form": ({ dealId }) => forms.of(dealId),
  "memos.saveForm": ({ dealId, form }) => forms.save(dealId, form),
  "memos.formVersions": ({ dealId }) => forms.versions(dealId),
  "memos.templates": () => forms.templates(),
  "memos.saveTemplate": ({ name, form }) => forms.saveTemplate(name, form),
  "memos.removeTemplate": ({ templateId }) => forms.removeTemplate(templateId),
});
