import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { fillRules } from "../../shared/domain/codes.ts";
import { helpZh } from "../../shared/locales/zh/help-zh.ts";
import { useSession } from "../desk/session-store.ts";
import { KeyTable } from "../ui/KeyTable.tsx";
import { HelpTable } from "./HelpTable.tsx";
import type { HelpSectionName } from "./help-sections.ts";
import { NumberedList } from "./NumberedList.tsx";

const namesOf = <K extends string>(texts: Readonly<Record<K, unknown>>) => Object.keys(texts) as K[]; // the locale's own keys
const steps = namesOf(helpZh.steps);
const terms = namesOf(helpZh.terms);
const memoSteps = namesOf(helpZh.memoSteps);
const financing = namesOf(helpZh.financing);
const windowParts = namesOf(helpZh.window);
const safeParts = namesOf(helpZh.safe);
const keptParts = namesOf(helpZh.kept);
const sheetParts = namesOf(helpZh.sheet);
const exportParts = namesOf(helpZh.exports);
const analyses = namesOf(helpZh.analyses);

const bodies: Record<HelpSectionName, () => ReactNode> = {
  steps: Steps,
  terms: Terms,
  fills: Fills,
  analyses: Analyses,
  financing: Financing,
  window: WindowParts,
  sheet: SheetParts,
  exports: ExportParts,
  kept: KeptParts,
  data: DataPlace,
  memo: MemoSteps,
  keys: Keys,
};

/** What one section of the help says. */
export function HelpSection({ name }: { readonly name: HelpSectionName }) {
  const Body = bodies[name];
  return <Body />;
}

function Steps() {
  const { t } = useTranslation();
  return <NumberedList entries={steps.map((step) => ({ id: step, title: t(`help.steps.${step}.title`), text: t(`help.steps.${step}.text`) }))} />;
}

function Terms() {
  const { t } = useTranslation();
  return (
    <HelpTable
      label={t("help.termsTitle")}
      head={[t("help.termHead"), t("help.otherHead"), t("help.meaningHead")]}
      rows={terms.map((term) => ({ id: term, cells: [t(`help.terms.${term}.name`), t(`help.terms.${term}.other`), t(`help.terms.${term}.meaning`)] }))}
    />
  );
}

function Fills() {
  const { t } = useTranslation();
  return (
    <>
      <Typography sx={{ mb: 1 }}>{t("help.fillsText")}</Typography>
      <HelpTable
        label={t("help.fillsTitle")}
        head={[t("help.fillRuleHead"), t("help.fillEffectHead")]}
        rows={fillRules.map((rule) => ({ id: rule, cells: [t(`code.fillRule.${rule}`), t(`help.fillEffects.${rule}`)] }))}
      />
    </>
  );
}

function Analyses() {
  const { t } = useTranslation();
  return <NumberedList entries={analyses.map((one) => ({ id: one, title: t(`help.analyses.${one}.title`), text: t(`help.analyses.${one}.text`) }))} />;
}

function Financing() {
  const { t } = useTranslation();
  return <Paragraphs entries={financing.map((part) => ({ id: part, title: t(`help.financing.${part}.title`), text: t(`help.financing.${part}.text`) }))} />;
}

function WindowParts() {
  const { t } = useTranslation();
  return <Paragraphs entries={windowParts.map((part) => ({ id: part, title: t(`help.window.${part}.title`), text: t(`help.window.${part}.text`) }))} />;
}

function SheetParts() {
  const { t } = useTranslation();
  return <Paragraphs entries={sheetParts.map((part) => ({ id: part, title: t(`help.sheet.${part}.title`), text: t(`help.sheet.${part}.text`) }))} />;
}

function ExportParts() {
  const { t } = useTranslation();
  return <Paragraphs entries={exportParts.map((part) => ({ id: part, title: t(`help.exports.${part}.title`), text: t(`help.exports.${part}.text`) }))} />;
}

function KeptParts() {
  const { t } = useTranslation();
  return <Paragraphs entries={keptParts.map((part) => ({ id: part, title: t(`help.kept.${part}.title`), text: t(`help.kept.${part}.text`) }))} />;
}

function Paragraphs({ entries }: { readonly entries: readonly { readonly id: string; readonly title: string; readonly text: string }[] }) {
  return entries.map(({ id, title, text }) => (
    <Box key={id} sx={{ mb: 1 }}>
      <b>{title}</b>
      <Typography>{text}</Typography>
    </Box>
  ));
}

function DataPlace() {
  const { t } = useTranslation();
  const info = useSession((state) => state.info);
  return (
    <>
      <Typography>{t("help.dataText")}</Typography>
      {info && (
        <Box
          component="p"
          data-selectable
          sx={{ my: 1, px: 1.5, py: 1, bgcolor: "background.default", border: 1, borderColor: "divider", borderRadius: 1, wordBreak: "break-all" }}
        >
          {info.databaseFile}
        </Box>
      )}
      <Paragraphs entries={safeParts.map((part) => ({ id: part, title: t(`help.safe.${part}.title`), text: t(`help.safe.${part}.text`) }))} />
    </>
  );
}

function MemoSteps() {
  const { t } = useTranslation();
  return <NumberedList entries={memoSteps.map((step) => ({ id: step, text: t(`help.memoSteps.${step}`) }))} />;
}

function Keys() {
  const { t } = useTranslation();
  return (
    <Box sx={{ maxWidth: 560 }}>
      <Typography sx={{ mb: 1 }}>{t("help.keysText")}</Typography>
      <KeyTable />
    </Box>
  );
}
