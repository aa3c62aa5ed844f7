import axe from "axe-core";
import type { Page } from "playwright";

interface AxeRun {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[];
}

/** Those of axe's rules that hang on colours. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** What axe finds wrong on the page once it has come to rest, one line for each element: a colour on its way is none of the theme's. By all its rules, or by those of colours. */
export async function axeFindings(page: Page, rules: "all" | "colours" = "all"): Promise<string[]> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => playState !== "running" || effect?.getComputedTiming().iterations === Infinity),
  );
  // Through the driver: the page's own policy lets nothing be evaluated. A reload takes axe away.
  if (!(await page.evaluate(`typeof axe === "object"`))) await page.evaluate(axe.source);
  const options = { resultTypes: ["violations"], ...(rules === "all" ? {} : { runOnly: colourRules }) };
  const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeRun;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${(failureSummary ?? "").split("\n")[1] ?? ""}`),
  );
}
