import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { papers, settingsSchema } from "../../shared/contract/app-channels.ts";
import { languages } from "../../shared/domain/codes.ts";
import { noValue } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { showError, updateSettings, useSession, useSettings } from "../desk/session-store.ts";
import { ToggleChoice } from "../ui/fields/ToggleChoice.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { AmountSettings } from "./AmountSettings.tsx";
import { DataPlaceRows } from "./DataPlaceRows.tsx";
import { OwnNameField } from "./OwnNameField.tsx";
import { SettingRow } from "./SettingRow.tsx";

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
  const { language, theme, density, widePaper } = useSettings();
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
      <AmountSettings />
      <SettingRow label={t("dictionary.settingsLabel")} text={t("dictionary.settingsText")}>
        <Button variant="outlined" onClick={() => navigate({ screen: "dictionary" })} data-testid="open-dictionary">
          {t("dictionary.open")}
        </Button>
      </SettingRow>
      <SettingRow label={t("settings.density")} text={t("settings.densityText")}>
        <ToggleChoice
          label={t("settings.density")}
          options={settingsSchema.shape.density.options}
          value={density}
          textOf={(option) => t(`settings.densityOf.${option}`)}
          onChange={(option) => void updateSettings({ density: option })}
        />
      </SettingRow>
      <SettingRow label={t("settings.widePaper")} text={t("settings.widePaperText")}>
        <ToggleChoice
          label={t("settings.widePaper")}
          options={papers}
          value={widePaper}
          textOf={(option) => option}
          onChange={(option) => void updateSettings({ widePaper: option })}
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
      <SettingRow label={t("settings.databaseFile")}>
        {path(info?.databaseFile)}
        <Button variant="outlined" sx={{ flexShrink: 0 }} onClick={() => void call("app.showData").catch(showError)} data-testid="show-data">
          {t("settings.showData")}
        </Button>
      </SettingRow>
      <SettingRow label={t("backups.title")} text={t("backups.settingsText")}>
        <Button variant="outlined" onClick={() => navigate({ screen: "safekeeping" })} data-testid="open-safekeeping">
          {t("backups.open")}
        </Button>
      </SettingRow>
      <DataPlaceRows />
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
