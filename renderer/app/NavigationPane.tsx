import AccountBalanceOutlined from "@mui/icons-material/AccountBalanceOutlined";
import AssessmentOutlined from "@mui/icons-material/AssessmentOutlined";
import BadgeOutlined from "@mui/icons-material/BadgeOutlined";
import BarChartOutlined from "@mui/icons-material/BarChartOutlined";
import CalculateOutlined from "@mui/icons-material/CalculateOutlined";
import ChevronLeft from "@mui/icons-material/ChevronLeft";
import ChevronRight from "@mui/icons-material/ChevronRight";
import Close from "@mui/icons-material/Close";
import DescriptionOutlined from "@mui/icons-material/DescriptionOutlined";
import EventOutlined from "@mui/icons-material/EventOutlined";
import FactCheckOutlined from "@mui/icons-material/FactCheckOutlined";
import GavelOutlined from "@mui/icons-material/GavelOutlined";
import GridOnOutlined from "@mui/icons-material/GridOnOutlined";
import GroupsOutlined from "@mui/icons-material/GroupsOutlined";
import HelpOutlined from "@mui/icons-material/HelpOutlineOutlined";
import HistoryOutlined from "@mui/icons-material/HistoryOutlined";
import HowToVoteOutlined from "@mui/icons-material/HowToVoteOutlined";
import InsightsOutlined from "@mui/icons-material/InsightsOutlined";
import MenuBookOutlined from "@mui/icons-material/MenuBookOutlined";
import RuleOutlined from "@mui/icons-material/RuleOutlined";
import SettingsOutlined from "@mui/icons-material/SettingsOutlined";
import ShieldOutlined from "@mui/icons-material/ShieldOutlined";
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
import { closeDeal } from "../desk/layout-store.ts";
import { useNavigationFold } from "../desk/navigation-fold.ts";
import { dealIdOf, dealSteps, navigate, type Route, type ScreenName, useRoute } from "../desk/routes.ts";
import { useSession } from "../desk/session-store.ts";
import { useRovingFocus } from "../desk/use-roving-focus.ts";

const icons: Record<ScreenName, ComponentType<{ fontSize?: "small" }>> = {
  deals: ViewListOutlined,
  tape: TableRowsOutlined,
  sheet: GridOnOutlined,
  quality: RuleOutlined,
  debtors: GroupsOutlined,
  diligence: FactCheckOutlined,
  workbench: CalculateOutlined,
  bid: GavelOutlined,
  strata: BarChartOutlined,
  runs: HistoryOutlined,
  memo: DescriptionOutlined,
  approval: HowToVoteOutlined,
  calendar: EventOutlined,
  market: AssessmentOutlined,
  company: AccountBalanceOutlined,
  effect: InsightsOutlined,
  assumptions: TuneOutlined,
  help: HelpOutlined,
  settings: SettingsOutlined,
  dictionary: MenuBookOutlined,
  people: BadgeOutlined,
  safekeeping: ShieldOutlined,
};

interface NavigationEntryProps {
  readonly route: Route;
  readonly isFolded: boolean;
  readonly inset?: boolean;
  readonly disabledReason?: string | undefined;
}

function NavigationEntry({ route, isFolded, inset = false, disabledReason }: NavigationEntryProps) {
  const { t } = useTranslation();
  const current = useRoute().screen === route.screen;
  const Icon = icons[route.screen];
  const name = t(`nav.${route.screen}`);
  return (
    <ListItem disablePadding>
      <Tooltip title={disabledReason ?? (isFolded ? name : "")} placement="right">
        <Box component="span" sx={{ width: "100%" }}>
          <ListItemButton
            data-testid={`nav-${route.screen}`}
            selected={current}
            disabled={disabledReason !== undefined}
            aria-current={current ? "page" : undefined}
            aria-label={isFolded ? name : undefined}
            onClick={() => navigate(route)}
            sx={{
              width: "100%",
              height: 32,
              // All entries of a deal in a window of 700 px.
              "@media (max-height: 760px)": { height: 27, minHeight: 27 },
              pl: inset && !isFolded ? 3 : 1.5,
              gap: 1,
              borderLeft: 3,
              borderColor: "transparent",
              color: "text.secondary",
              "&.Mui-selected": { borderColor: "primary.main", color: "text.primary", fontWeight: 700 },
            }}
          >
            <Icon fontSize="small" />
            {isFolded ? null : name}
          </ListItemButton>
        </Box>
      </Tooltip>
    </ListItem>
  );
}

function OpenDealSteps({ isFolded }: { readonly isFolded: boolean }) {
  const { t } = useTranslation();
  const deal = useSession((state) => state.openDeal);
  if (!deal) return null;
  return (
    <Box role="group" aria-label={t("nav.openDeal")} sx={{ py: 0.5, my: 0.5, borderTop: 1, borderBottom: 1, borderColor: "divider" }}>
      <OpenDealHead name={deal.name} isFolded={isFolded} />
      <List disablePadding>
        {dealSteps.map((screen) => (
          <NavigationEntry
            key={screen}
            route={{ screen, dealId: deal.id }}
            isFolded={isFolded}
            inset
            disabledReason={screen !== "tape" && screen !== "sheet" && !deal.package ? t("nav.needsTape") : undefined}
          />
        ))}
      </List>
    </Box>
  );
}

/** The name of the deal, and the way out of it. */
function OpenDealHead({ name, isFolded }: { readonly name: string; readonly isFolded: boolean }) {
  const { t } = useTranslation();
  const route = useRoute();
  const close = () => {
    closeDeal();
    if (dealIdOf(route) !== null) navigate({ screen: "deals" });
  };
  return (
    <Stack direction="row" sx={{ pl: isFolded ? 0 : 2, pr: isFolded ? 0 : 0.5, alignItems: "center", justifyContent: "center", minHeight: 30 }}>
      {isFolded ? null : (
        <Tooltip title={name} placement="right">
          <Typography variant="h3" component="h2" noWrap sx={{ flex: 1 }} data-testid="open-deal-name">
            {name}
          </Typography>
        </Tooltip>
      )}
      <Tooltip title={isFolded ? `${t("nav.closeDeal")} · ${name}` : t("nav.closeDeal")} placement="right">
        <IconButton aria-label={t("nav.closeDeal")} onClick={close} sx={{ p: 0.5 }}>
          <Close fontSize="tiny" />
        </IconButton>
      </Tooltip>
    </Stack>
  );
}

/** The name of the app, and the switch between names with icons and icons alone. */
function NavigationHead({ isFolded, onFold }: { readonly isFolded: boolean; readonly onFold: () => void }) {
  const { t } = useTranslation();
  const label = t(isFolded ? "layout.showNavigation" : "layout.foldNavigation");
  return (
    <Stack direction="row" sx={{ pl: isFolded ? 0 : 2, pr: isFolded ? 0 : 0.5, height: 48, alignItems: "center", justifyContent: "center", flexShrink: 0 }}>
      {isFolded ? null : (
        <Typography variant="h2" component="div" noWrap sx={{ flex: 1 }}>
          {t("app.name")}
        </Typography>
      )}
      <Tooltip title={label} placement="right">
        <IconButton aria-label={label} aria-expanded={!isFolded} data-testid="fold-navigation" onClick={onFold} sx={{ p: 0.5 }}>
          {isFolded ? <ChevronRight fontSize="small" /> : <ChevronLeft fontSize="small" />}
        </IconButton>
      </Tooltip>
    </Stack>
  );
}

/** Screens of the desk, and the steps of the deal that is open. */
export function NavigationPane() {
  const { t } = useTranslation();
  const { isFolded, fold } = useNavigationFold();
  const roving = useRovingFocus<HTMLElement>();
  return (
    <Stack
      ref={roving}
      component="nav"
      aria-label={t("app.navigation")}
      sx={{ width: isFolded ? 46 : 204, flexShrink: 0, bgcolor: "background.default", borderRight: 1, borderColor: "divider", overflowY: "auto" }}
    >
      <NavigationHead isFolded={isFolded} onFold={() => fold(!isFolded)} />
      <List disablePadding>
        <NavigationEntry route={{ screen: "deals" }} isFolded={isFolded} />
      </List>
      <OpenDealSteps isFolded={isFolded} />
      <List disablePadding>
        <NavigationEntry route={{ screen: "calendar" }} isFolded={isFolded} />
        <NavigationEntry route={{ screen: "market" }} isFolded={isFolded} />
        <NavigationEntry route={{ screen: "company" }} isFolded={isFolded} />
        <NavigationEntry route={{ screen: "assumptions" }} isFolded={isFolded} />
        <NavigationEntry route={{ screen: "people" }} isFolded={isFolded} />
      </List>
      <List disablePadding sx={{ mt: "auto", py: 1 }}>
        <NavigationEntry route={{ screen: "help" }} isFolded={isFolded} />
        <NavigationEntry route={{ screen: "settings" }} isFolded={isFolded} />
      </List>
    </Stack>
  );
}
