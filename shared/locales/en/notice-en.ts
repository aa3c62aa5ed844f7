import type { SameKeys } from "../flatten-texts.ts";
import type { noticeZh } from "../zh/notice-zh.ts";

/** Texts of the figures of a notice of sale. */
export const noticeEn: SameKeys<typeof noticeZh> = {
  notice: {
    title: "Figures for a notice of sale ({{unit}})",
    name: "Figures for a notice of sale",
    about:
      "From the tape as it stands, as notices of the registration centre (银登中心) state them: principal and interest without other fees, means weighted by principal and interest. What the tape doesn't state isn't counted; beside it stands how many loans state it.",
    copy: "Copy",
    item: "Item",
    figure: "Figure",
    basis: "Rests on",
    line: {
      cutOffDate: "Cut-off date",
      principal: "Unpaid principal",
      interest: "Unpaid interest",
      principalAndInterest: "Unpaid principal and interest",
      fees: "Other fees",
      loans: "Loans",
      debtors: "Debtors",
      largestDebtor: "Largest debtor, principal and interest",
      meanDebtor: "Mean per debtor, principal and interest",
      daysPastDue: "Weighted mean days past due",
      age: "Weighted mean age of debtors",
    },
    counts: "Loans by class, litigation and security",
    ofGroup: "{{group}}: {{word}}",
    group: { head: "Group", fiveTierClasses: "Five-tier class", litigationStages: "Litigation", securityKinds: "Security" },
    ofLoans: "loans that state it: {{stated}} of {{loans}}",
    withoutInterest: "counted as zero, since they state none: {{loans}}",
    withoutDebtor: "loans that name no debtor: {{loans}}",
    notStated: "not stated",
    unit: { head: "Unit", loans: "loans", debtors: "debtors", days: "days", years: "years" },
    loansHead: "Loans",
    owedHead: "Principal and interest",
    days: "{{days}} days",
    years: "{{years}} years",
  },
};
