import { useTranslation } from "react-i18next";
import type { TapeField } from "../../shared/domain/tape-fields.ts";
import { isTextKey } from "../../shared/locales/texts.ts";

/** The word that the desk uses for a code of a field. */
export function useCodeText(): (field: TapeField, code: string) => string {
  const { t } = useTranslation();
  return (field, code) => {
    const key = `code.${field}.${code}`;
    return isTextKey(key) ? t(key) : code;
  };
}
