import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { fillRules } from "../../shared/domain/codes.ts";
import { helpZh } from "../../shared/locales/zh/help-zh.ts";
import { useSession } from "../desk/session-store.ts";
import { PageHeader } from "../ui/PageHeader.tsx";
import { HelpTable } from "./HelpTable.tsx";

const sections = ["steps", "terms", "fills", "analyses", "financing", "data", "memo", "keys"] as const;
type SectionName = (typeof sections)[number];
/** Names of the texts, the same in both languages. */
const namesIn = <T extends object>(texts: T) => Object.keys(texts) as (keyof T & string)[]; // own keys of a plain record
const steps = namesIn(helpZh.steps);
const terms = namesIn(helpZh.terms);
const memoSteps = namesIn(helpZh.memoSteps);
const keys = namesIn(helpZh.keys);
const financing = namesIn(helpZh.financing);
const analyses = namesIn(helpZh.analyses);

function NumberedList({ children }: { readonly children: ReactNode }) {
  return (
    <Box component="ol" sx={{ m: 0, pl: 2.5, "& li": { mb: 1 }, "& li::marker": { fontWeight: 700, color: "text.secondary" } }}>
      {children}
    </Box>
  );
}

function SectionBody({ name }: { readonly name: SectionName }) {
  const { t } = useTranslation();
  const info = useSession((state) => state.info);
  switch (name) {
    case "steps":
      return (
        <NumberedList>
          {steps.map((step) => (
            <li key={step}>
              <b>{t(`help.steps.${step}.title`)}</b>
              <Typography color="text.secondary">{t(`help.steps.${step}.text`)}</Typography>
            </li>
          ))}
        </NumberedList>
      );
    case "terms":
      return (
        <HelpTable
          label={t("help.termsTitle")}
          head={[t("help.termHead"), t("help.otherHead"), t("help.meaningHead")]}
          rows={terms.map((term) => ({ id: term, cells: [t(`help.terms.${term}.name`), t(`help.terms.${term}.other`), t(`help.terms.${term}.meaning`)] }))}
        />
      );
    case "fills":
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
    case "analyses":
      return (
        <NumberedList>
          {analyses.map((one) => (
            <li key={one}>
              <b>{t(`help.analyses.${one}.title`)}</b>
              <Typography color="text.secondary">{t(`help.analyses.${one}.text`)}</Typography>
            </li>
          ))}
        </NumberedList>
      );
    case "financing":
      return financing.map((part) => (
        <Box key={part} sx={{ mb: 1 }}>
          <b>{t(`help.financing.${part}.title`)}</b>
          <Typography color="text.secondary">{t(`help.financing.${part}.text`)}</Typography>
        </Box>
      ));
    case "data":
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
        </>
      );
    case "memo":
      return (
        <NumberedList>
          {memoSteps.map((step) => (
            <li key={step}>{t(`help.memoSteps.${step}`)}</li>
          ))}
        </NumberedList>
      );
    case "keys":
      return (
        <HelpTable
          label={t("help.keysTitle")}
          head={[t("help.keyHead"), t("help.actionHead")]}
          rows={keys.map((key) => ({ id: key, cells: [t(`help.keys.${key}.key`), t(`help.keys.${key}.action`)] }))}
        />
      );
  }
}

export function HelpScreen() {
  const { t } = useTranslation();
  const places = useRef<Partial<Record<SectionName, HTMLElement | null>>>({});
  return (
    <>
      <PageHeader title={t("help.title")} />
      <Stack direction="row" sx={{ flex: 1, minHeight: 0 }}>
        <Stack component="nav" aria-label={t("help.contents")} sx={{ width: 180, flexShrink: 0, p: 2, gap: 1, borderRight: 1, borderColor: "divider" }}>
          {sections.map((name) => (
            <Link
              key={name}
              component="button"
              underline="hover"
              color="text.secondary"
              sx={{ textAlign: "left", fontSize: 13 }}
              onClick={() => places.current[name]?.scrollIntoView({ block: "start" })}
            >
              {t(`help.${name}Title`)}
            </Link>
          ))}
        </Stack>
        <Box sx={{ flex: 1, overflowY: "auto", px: 3, py: 2 }} tabIndex={0} data-selectable>
          <Box sx={{ maxWidth: 860 }}>
            {sections.map((name) => (
              <Box
                key={name}
                component="section"
                ref={(element: HTMLElement | null) => {
                  places.current[name] = element;
                }}
                sx={{ mb: 4 }}
              >
                <Typography variant="h2" sx={{ mb: 1 }}>
                  {t(`help.${name}Title`)}
                </Typography>
                <SectionBody name={name} />
              </Box>
            ))}
          </Box>
        </Box>
      </Stack>
    </>
  );
}
