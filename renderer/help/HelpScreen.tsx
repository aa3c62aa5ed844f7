import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "../ui/PageHeader.tsx";
import { HelpSection } from "./HelpSection.tsx";
import { type HelpSectionName, helpSections } from "./help-sections.ts";

/** The help on one page, with its contents at the left. */
export function HelpScreen() {
  const { t } = useTranslation();
  const places = useRef<Partial<Record<HelpSectionName, HTMLElement | null>>>({});
  return (
    <>
      <PageHeader title={t("help.title")} />
      <Stack direction="row" sx={{ flex: 1, minHeight: 0 }}>
        <Stack component="nav" aria-label={t("help.contents")} sx={{ width: 180, flexShrink: 0, p: 2, gap: 1, borderRight: 1, borderColor: "divider" }}>
          {helpSections.map((name) => (
            <Link
              key={name}
              component="button"
              variant="body1"
              underline="hover"
              color="textSecondary"
              sx={{ textAlign: "left" }}
              onClick={() => places.current[name]?.scrollIntoView({ block: "start" })}
            >
              {t(`help.${name}Title`)}
            </Link>
          ))}
        </Stack>
        <Box sx={{ flex: 1, overflowY: "auto", px: 3, py: 2 }} tabIndex={0} data-selectable>
          <Box sx={{ maxWidth: 860 }}>
            {helpSections.map((name) => (
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
                <HelpSection name={name} />
              </Box>
            ))}
          </Box>
        </Box>
      </Stack>
    </>
  );
}
