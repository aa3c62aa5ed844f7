import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { dealIdOf, useRoute } from "../desk/routes.ts";
import { useSession } from "../desk/session-store.ts";

/** Title of the window: screen, deal where one is shown, app. */
export function useWindowTitle(): void {
  const { t } = useTranslation();
  const route = useRoute();
  const deal = useSession((state) => state.openDeal);
  const dealName = deal && deal.id === dealIdOf(route) ? deal.name : null;
  const title = [dealName, t(`nav.${route.screen}`), t("app.name")].filter((part) => part !== null).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
