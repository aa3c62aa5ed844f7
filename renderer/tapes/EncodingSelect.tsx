import { useTranslation } from "react-i18next";
import { CellSelect } from "../ui/fields/CellSelect.tsx";
import type { useTapeDraft } from "./use-tape-draft.ts";

const encodingNames = { "utf-8": "UTF-8", gb18030: "GB18030 (GBK)" } as const;

/** Reads a CSV again in an encoding of the user's choice. */
export function EncodingSelect({ draft }: { readonly draft: ReturnType<typeof useTapeDraft> }) {
  const { t } = useTranslation();
  const found = draft.inspection?.encoding;
  return (
    <CellSelect
      label={t("pricing.tape.encoding")}
      value={draft.encoding}
      options={["utf-8", "gb18030"]}
      textOf={(encoding) => encodingNames[encoding]}
      noneText={found ? t("pricing.tape.encodingFound", { encoding: found.toUpperCase() }) : t("pricing.tape.encodingAuto")}
      onChange={(encoding) => void draft.changeEncoding(encoding)}
      width={210}
      testId="encoding"
    />
  );
}
