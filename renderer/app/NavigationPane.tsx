import AssessmentOutlined from "@mui/icons-material/AssessmentOutlined";
import CalculateOutlined from "@mui/icons-material/CalculateOutlined";
import Close from "@mui/icons-material/Close";
import DescriptionOutlined from "@mui/icons-material/DescriptionOutlined";
import HelpOutlined from "@mui/icons-material/HelpOutlineOutlined";
import SettingsOutlined from "@mui/icons-material/SettingsOutlined";
import TableRowsOutlined from "@mui/icons-material/TableRowsOutlined";
import TuneOutlined from "@mui/icons-material/TuneOutlined";
import ViewListOutlined from "@mui/icons-material/ViewListOutlined";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import List from "@mui/material/List";
import ListItem from "@mui/material/ListItem";
import ListItemButton from "@mui/material/ListItemButton";
import Stack from "@mui/material/Stack";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { dealIdOf, dealSteps, navigate, type Route, type ScreenName, useRoute } from "../desk/routes.ts";
import { setOpenDeal, useSession } from "../desk/session-store.ts";

const icons: Record<ScreenName, ComponentType<{ fontSize?: "small" }>> = {
  deals: ViewListOutlined,
  tape: TableRowsOutlined,
  workbench: CalculateOutlined,
  memo: DescriptionOutlined,
  market: AssessmentOutlined,
  assumptions: TuneOutlined,
  help: HelpOutlined,
  settings: SettingsOutlined,
};

interface NavigationEntryProps {
  readonly route: Route;
  readonly inset?: boolean;
  readonly disabledReason?: string | undefined;
}

function NavigationEntry({ route, inset = false, disabledReason }: NavigationEntryProps) {
  const { t } = useTranslation();
  const current = useRoute().screen === route.screen;
  const Icon = icons[route.screen];
  const button = (
    <ListItemButton
      data-testid={`nav-${route.screen}`}
      selected={current}
      disabled={disabledReason !== undefined}
      aria-current={current ? "page" : undefined}
      onClick={() => navigate(route)}
      sx={{
        width: "100%",
        height: 32,
        pl: inset ? 3 : 1.5,
        gap: 1,
        borderLeft: 3,
        borderColor: "transparent",
        color: "text.secondary",
        "&.Mui-selected": { borderColor: "primary.main", color: "text.primary", fontWeight: 700 },
      }}
    >
      <Icon fontSize="small" />
      {t(`nav.${route.screen}`)}
    </ListItemButton>
  );
  return (
    <ListItem disablePadding>
      {disabledReason === undefined ? (
        button
      ) : (
        <Tooltip title={disabledReason} placement="right">
          <Box component="span" sx={{ width: "100%" }}>
            {button}
          </Box>
        </Tooltip>
      )}
    </ListItem>
  );
}

function OpenDealSteps() {
  const { t } = useTranslation();
  const route = useRoute();
  const deal = useSession((state) => state.openDeal);
  if (!deal) return null;
  const close = () => {
    setOpenDeal(null);
    if (dealIdOf(route) !== null) navigate({ screen: "deals" });
  };
  return (
    <Box role="group" aria-label={t("nav.openDeal")} sx={{ py: 0.5, my: 0.5, borderTop: 1, borderBottom: 1, borderColor: "divider" }}>
      <Stack direction="row" sx={{ pl: 2, pr: 0.5, alignItems: "center", minHeight: 30 }}>
        <Tooltip title={deal.name} placement="right">
          <Typography variant="h3" noWrap sx={{ flex: 1 }} data-testid="open-deal-name">
            {deal.name}
          </Typography>
        </Tooltip>
        <Tooltip title={t("nav.closeDeal")}>
          <IconButton aria-label={t("nav.closeDeal")} onClick={close} sx={{ p: 0.5 }}>
            <Close fontSize="tiny" />
          </IconButton>
        </Tooltip>
      </Stack>
      <List disablePadding>
        {dealSteps.map((screen) => (
          <NavigationEntry
            key={screen}
            route={{ screen, dealId: deal.id }}
            inset
            disabledReason={screen !== "tape" && !deal.package ? t("nav.needsTape") : undefined}
          />
        ))}
      </List>
    </Box>
  );
}

/** Screens of the desk, and the steps of the deal that is open. */
export function NavigationPane() {
  const { t } = useTranslation();
  return (
    <Stack
      component="nav"
      aria-label={t("app.navigation")}
      sx={{ width: 204, flexShrink: 0, bgcolor: "background.default", borderRight: 1, borderColor: "divider", overflowY: "auto" }}
    >
      <Typography variant="h2" component="div" sx={{ px: 2, height: 48, display: "flex", alignItems: "center" }}>
        {t("app.name")}
      </Typography>
      <List disablePadding>
        <NavigationEntry route={{ screen: "deals" }} />
      </List>
      <OpenDealSteps />
      <List disablePadding>
        <NavigationEntry route={{ screen: "market" }} />
        <NavigationEntry route={{ screen: "assumptions" }} />
      </List>
      <List disablePadding sx={{ mt: "auto", py: 1 }}>
        <NavigationEntry route={{ screen: "help" }} />
        <NavigationEntry route={{ screen: "settings" }} />
      </List>
    </Stack>
  );
}
