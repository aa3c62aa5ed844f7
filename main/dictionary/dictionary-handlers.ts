import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { dictionaryFeature } from "../../shared/contract/dictionary-channels.ts";
import type { DictionaryService } from "./dictionary-service.ts";

export const dictionaryHandlers = (dictionary: DictionaryService): HandlersOf<typeof dictionaryFeature> => ({
  "dictionary.words": () => dictionary.words(),
  "dictionary.teach": (word) => dictionary.teach(word),
  "dictionary.forget": ({ id }) => dictionary.forget(id),
  "dictionary.builtIn": () => [...dictionary.builtIn()],
  "dictionary.layouts": () => dictionary.layouts(),
  "dictionary.forgetLayout": ({ id }) => dictionary.forgetLayout(id),
  "dictionary.unknownWords": ({ tapeId }) => dictionary.unknownWords(tapeId),
});
