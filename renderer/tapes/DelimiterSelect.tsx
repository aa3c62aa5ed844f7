import { useTranslation } from "react-i18next";
import { tapeDelimiters } from "../../shared/domain/tape-mapping.ts";
import { CellSelect } from "../ui/fields/CellSelect.tsx";
import type { useTapeDraft } from "./use-tape-draft.ts";

/** Reads a text list again with cells parted by a sign of the user's choice. */
export function DelimiterSelect({ draft }: { readonly draft: ReturnType<typeof useTapeDraft> }) {
  const { t } = useTranslation();
  const found = draft.inspection?.delimiter;
  return (
    <CellSelect
      label={t("pricing.tape.delimiter")}
      value={draft.delimiter}
      options={tapeDelimiters}
      textOf={(delimiter) => t(`tape.delimiter.${delimiter}`)}
      noneText={found ? t("pricing.tape.delimiterFound", { delimiter: t(`tape.delimiter.${found}`) }) : t("pricing.tape.encodingAuto")}
      onChange={(delimiter) => void draft.changeDelimiter(delimiter)}
      width={190}
      testId="delimiter"
    />
  );
}
