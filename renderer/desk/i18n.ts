import i18next, { type i18n as I18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "../../shared/locales/en/en.ts";
import { flattenTexts } from "../../shared/locales/flatten-texts.ts";
import { zh } from "../../shared/locales/zh/zh.ts";

export const i18n: I18n = i18next.createInstance();

// Keys are flat ("error.db.newer"), since error codes carry dots of their own.
void i18n.use(initReactI18next).init({
  lng: "zh",
  fallbackLng: false,
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { zh: { translation: flattenTexts(zh) }, en: { translation: flattenTexts(en) } },
});
