import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { settingsSchema } from "../../shared/contract/app-channels.ts";
import { languages, moneyUnits } from "../../shared/domain/codes.ts";
import { noValue } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { showError, updateSettings, useSession, useSettings } from "../desk/session-store.ts";
import { ToggleChoice } from "../ui/fields/ToggleChoice.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { OwnNameField } from "./OwnNameField.tsx";

const themes = settingsSchema.shape.theme.options;

/** How the desk looks, where its files are, what it is made of. */
export function SettingsScreen() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t("settings.title")} />
      <Box sx={{ p: 2, overflowY: "auto" }}>
        <Box sx={{ maxWidth: 860 }}>
          <DisplaySection />
          <FilesSection />
          <AboutSection />
        </Box>
      </Box>
    </>
  );
}

function DisplaySection() {
  const { t } = useTranslation();
  const { language, theme, moneyUnit } = useSettings();
  return (
    <Section title={t("settings.display")}>
      <SettingRow label={t("settings.ownName")} text={t("settings.ownNameText")}>
        <OwnNameField />
      </SettingRow>
      <SettingRow label={t("settings.language")} text={t("settings.languageText")}>
        <ToggleChoice
          label={t("settings.language")}
          options={languages}
          value={language}
          textOf={(option) => t(`code.language.${option}`)}
          onChange={(option) => void updateSettings({ language: option })}
        />
      </SettingRow>
      <SettingRow label={t("settings.theme")} text={t("settings.themeText")}>
        <ToggleChoice
          label={t("settings.theme")}
          options={themes}
          value={theme}
          textOf={(option) => t(`code.theme.${option}`)}
          onChange={(option) => void updateSettings({ theme: option })}
        />
      </SettingRow>
      <SettingRow label={t("settings.moneyUnit")} text={t("settings.moneyUnitText")}>
        <ToggleChoice
          label={t("settings.moneyUnit")}
          options={moneyUnits}
          value={moneyUnit}
          textOf={(option) => t(`code.moneyUnit.${option}`)}
          onChange={(option) => void updateSettings({ moneyUnit: option })}
        />
      </SettingRow>
    </Section>
  );
}

function FilesSection() {
  const { t } = useTranslation();
  const info = useSession((state) => state.info);
  const path = (file: string | undefined) => (
    <Box component="span" data-selectable sx={{ wordBreak: "break-all" }}>
      {file ?? noValue}
    </Box>
  );
  return (
    <Section title={t("settings.files")}>
      <SettingRow label={t("settings.databaseFile")}>{path(info?.databaseFile)}</SettingRow>
      <SettingRow label={t("settings.logFile")}>
        {path(info?.logFile)}
        <Button variant="outlined" onClick={() => void call("app.showLog").catch(showError)}>
          {t("common.showLog")}
        </Button>
      </SettingRow>
    </Section>
  );
}

function AboutSection() {
  const { t } = useTranslation();
  const info = useSession((state) => state.info);
  return (
    <Section title={t("settings.about")}>
      <SettingRow label={t("settings.appVersion")}>{info?.version ?? noValue}</SettingRow>
      <SettingRow label={t("settings.engineVersion")}>{info?.engineVersion ?? noValue}</SettingRow>
      <SettingRow label={t("settings.electronVersion")}>{info?.electronVersion ?? noValue}</SettingRow>
      <Typography sx={{ mt: 1 }}>{t("settings.offline")}</Typography>
    </Section>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box component="section" sx={{ mb: 3 }}>
      <Typography variant="h2" sx={{ pb: 0.5, borderBottom: 1, borderColor: "divider" }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

interface SettingRowProps {
  readonly label: string;
  readonly text?: string;
  readonly children: ReactNode;
}

function SettingRow({ label, text, children }: SettingRowProps) {
  return (
    <Stack direction="row" sx={{ py: 1, gap: 3, alignItems: "center", borderBottom: 1, borderColor: "divider" }}>
      <Box sx={{ width: 300, flexShrink: 0 }}>
        {label}
        {text && <Typography variant="body2">{text}</Typography>}
      </Box>
      {children}
    </Stack>
  );
}
