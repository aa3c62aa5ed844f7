import { useTranslation } from "react-i18next";
import { SmallSelect } from "./SmallSelect.tsx";
import type { TapeEncodingChoice, useTapeDraft } from "./use-tape-draft.ts";

/** Reads a CSV again in an encoding of the user's choice. */
export function EncodingSelect({ draft }: { readonly draft: ReturnType<typeof useTapeDraft> }) {
  const { t } = useTranslation();
  const found = draft.inspection?.encoding;
  return (
    <SmallSelect
      label={t("pricing.tape.encoding")}
      value={draft.encoding ?? ""}
      onChange={(value) => void draft.changeEncoding(value === "" ? null : (value as TapeEncodingChoice))}
      width={210}
      testId="encoding"
    >
      <option value="">{found ? t("pricing.tape.encodingFound", { encoding: found.toUpperCase() }) : t("pricing.tape.encodingAuto")}</option>
      <option value="utf-8">UTF-8</option>
      <option value="gb18030">GB18030 (GBK)</option>
    </SmallSelect>
  );
}
