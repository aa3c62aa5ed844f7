import i18next, { type i18n as I18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { flatTexts, type TextKey } from "../../shared/locales/texts.ts";

declare module "i18next" {
  /** A key that the texts lack does not compile. */
  interface CustomTypeOptions {
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: Readonly<Record<TextKey, string>> };
  }
}

/** What stands behind a prefix in the keys of texts: "deals" and "openDeal" for "nav". */
export type KeyUnder<Prefix extends string, Key = TextKey> = Key extends `${Prefix}.${infer Rest}` ? Rest : never;

export const i18n: I18n = i18next.createInstance();

// Keys are flat ("error.db.newer"), since error codes carry dots of their own.
void i18n.use(initReactI18next).init({
  lng: "zh",
  fallbackLng: false,
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { zh: { translation: flatTexts.zh }, en: { translation: flatTexts.en } },
});
