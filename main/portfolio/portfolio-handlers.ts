import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { portfolioFeature } from "../../shared/contract/portfolio-channels.ts";
import type { PortfolioService } from "./portfolio-service.ts";

export const portfolioHandlers = (portfolio: PortfolioService): HandlersOf<typeof portfolioFeature> => ({
  "portfolio.get": ({ scope }) => portfolio.get(scope),
  "portfolio.match": ({ key, isSame }) => portfolio.match(key, isSame),
});
