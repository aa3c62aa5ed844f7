import type { SameKeys } from "../flatten-texts.ts";
import type { helpZh } from "../zh/help-zh.ts";

/** Texts of the in-app help. */
export const helpEn: SameKeys<typeof helpZh> = {
  title: "Help",
  contents: "Contents",
  stepsTitle: "A deal in seven steps",
  steps: {
    register: { title: "Register the deal", text: "In Deals, create a deal with its seller, kind, process, cut-off date and bid deadline." },
    import: {
      title: "Import the tape",
      text: "In Loan tape, choose the seller's Excel or CSV file or drag it onto the window (on the register it begins a new deal, with name, seller, unit and cut-off date proposed from it), check how its columns are matched, state the unit, cut-off date and currency where the file is silent, and import. Every row is kept or rejected with a reason; an import can be undone. While it runs you may work on other deals, and cancel it at the foot of the window: a cancelled import leaves nothing behind.",
    },
    assume: {
      title: "Check the assumptions",
      text: "In Assumptions, see the source and date of each group. The built-in set is read-only; copy it to put in your own experience. “Load recoveries…” reads a file of your closed loans and calibrates the cash curves on it: rates by segment with their errors, thin segments drawn towards the pool, a back-test on loans held back; used in the open deal or your own set, the curves name file, hash, day and number of loans as their source. Corporate packages, single corporate claims and retail packages have a set each, which a new deal takes by its kind; the pane of the workbench names the set and says whether it was edited. Where a deal's kind is changed, assumptions as the set has them follow it; edited ones stay until you choose otherwise. Retail claims take their curve by product and days past due and their cost per file by size; no suit is brought where its fees exceed what it brings, and the trace says so. Where a retail bid is not 4 to 12 % of principal, the line above the figures shows what it is made of.",
    },
    price: {
      title: "Price",
      text: "In the Workbench, see the low, base and high cases, enter a bid, and compare its IRR with the hurdle rate. Where a case leaves no positive price, where its price passes the claim or its hurdle rate is unusual, a line above the figures says why and leads to the assumptions it hangs on. The last lines say what the value rests on: the share of sales, debt for asset, guarantors and cash. A sale is taxed by kind, owner and day (Taxes of a sale).",
    },
    explain: {
      title: "Question the figures",
      text: "Click any figure of the workbench, or a year below the cash-flow chart, and open it line by line: price, present value, year, segment, loan, down to an auction round and to the source and date of an assumption. The lines of each level add up to the fen. A loan opens to its recovery routes, its assumptions and the inputs that were filled.",
    },
    runs: {
      title: "Save and compare runs",
      text: "“Save run” keeps assumptions, cases, bid, scenarios and results under a name that is proposed, with the name stated in Settings. In Saved runs, open one as it was frozen, name, note or star it, or restore it as the model. Tick two to compare them: what changed, and the part of each change in the bid's move, adding up to the fen. A run never changes and is not deleted, since a memo may rest on it; a name that was ever used stays with its run.",
    },
    memo: { title: "Issue the memo", text: "In Deal memo, choose a saved run, then preview it, print it or save it as PDF." },
  },
  termsTitle: "Terms",
  termHead: "Term",
  otherHead: "Chinese",
  meaningHead: "Meaning here",
  terms: {
    upb: { name: "Unpaid principal balance, UPB", other: "本金余额", meaning: "Principal owed at the cut-off date." },
    claim: { name: "Claim", other: "债权总额（本息合计）", meaning: "UPB + interest (incl. penalty and compound interest) + advanced costs." },
    cutOff: { name: "Cut-off date", other: "基准日", meaning: "Date of the balances, t = 0. Collections after it belong to the buyer." },
    bidPrice: { name: "Bid price", other: "报价（收购对价）", meaning: "Nominal consideration for the whole package, net of nothing." },
    priceRatio: {
      name: "Price to principal, price to claim",
      other: "本金折扣率、债权折扣率",
      meaning:
        "Bid ÷ UPB, bid ÷ claim. In this market “discount rate 25%” means that the price is 25% of the balance; it is never the rate that discounts cash flows.",
    },
    hurdleRate: {
      name: "Hurdle rate",
      other: "目标收益率",
      meaning: "Required internal rate of return, annual effective, at which cash flows are discounted; the monthly factor is (1+r)^(1/12).",
    },
    recovery: { name: "Expected recovery", other: "预期回收", meaning: "Gross cash from collateral, guarantors and cash payments, before costs." },
    netCashFlow: { name: "Net cash flow", other: "净现金流", meaning: "Recoveries less costs, by month." },
    returns: {
      name: "IRR, MOIC, WAL, payback",
      other: "内部收益率、回收倍数、加权平均期限、回收期",
      meaning: "Of the buyer's cash flow, with the price on its payment dates. A single IRR is shown only where there is exactly one.",
    },
    advance: { name: "Advance, debt share", other: "融资比例", meaning: "Share of the price paid with borrowed money." },
    trustRights: {
      name: "Trust beneficiary rights",
      other: "信托受益权",
      meaning: "Rights given as consideration: valued at a rate of their own, paid by the buyer as they are redeemed.",
    },
    transition: {
      name: "Transition-period collections",
      other: "过渡期回款",
      meaning: "What the seller collects between cut-off and closing: the buyer's, handed over at closing less agreed costs.",
    },
    peakCapital: { name: "Peak capital", other: "资金占用峰值", meaning: "Most that has been paid out and not yet come back, at the end of a month." },
    leveredIrr: {
      name: "Levered IRR",
      other: "杠杆后收益率",
      meaning: "Internal rate of return of equity: its flows after drawings, fees, interest and principal.",
    },
    interestCover: {
      name: "Interest cover, debt service cover",
      other: "利息保障倍数、偿债覆盖率",
      meaning: "While debt is outstanding: net collections ÷ interest, net collections ÷ (interest + principal).",
    },
    seniorClaims: { name: "Senior claims", other: "优先债权（在先权利）", meaning: "What is paid from collateral before us." },
    case: { name: "Case", other: "情形", meaning: "Low, base and high: sets of shifts on the assumptions." },
  },
  fillsTitle: "What is filled, and how",
  fillsText:
    "Missing data never stops a price. A rule below fills the gap, the loan carries a flag that names the rule, and workbench and memo show how much of the bid rests on filled values.",
  fillRuleHead: "Rule",
  fillEffectHead: "Effect on the bid",
  fillEffects: {
    interestAsZero: "The claim may be too low, and with it the cap on recoveries.",
    feesAsZero: "The claim may be too low.",
    classAsDoubtful: "None; the breakdown by class shows such loans apart.",
    stageAsNotSued: "Timing starts from a suit not yet filed, with its court fees; cautious for a loan that has been sued.",
    segmentFromSecurity: "Secured, guaranteed and unsecured loans take the curve of their kind.",
    appraisalAsZero: "The item brings nothing, so the bid is cautious.",
    seniorClaimsByRank: "Behind the first rank, a share of the appraisal goes to prior claims.",
    lienRankAsFirst: "No prior claims are assumed; the bid may be too high, so check in due diligence.",
    collateralKindAsOther: "The factors of the kind “other” apply.",
    overdueDateUnknown:
      "The claim takes its segment's curve, as if it had not been overdue for long, so the bid may be too high where curves differ by days past due (retail). Limitation goes by the date that the list states.",
    interestFromClaimTotal:
      "The cap on recoveries rests on the seller's claim total. The deal register still adds up stated parts only, so its claim may be lower than the one priced.",
    debtorTypeFromKind:
      "Matters only for items held by seizure: unsecured creditors of a company are paid by order of seizure, those of an individual or in bankruptcy pro rata.",
    limitationDateUnknown:
      "The claim counts as within limitation, so the bid may be too high; check the last demand. “Gaps” prices the case that such claims are time-barred.",
    landPremiumByShare: "The premium of the grant is paid before the mortgage, so the item brings less; ask for the amount.",
    homebuyersByShare: "Buyers of homes come before the construction price and the mortgage; ask for the list of sold homes.",
    taxArrearsByShare: "Taxes owed from before the mortgage come first; ask for a tax clearance.",
    seizureRivalsByShare: "Unsecured creditors who seized before us are paid first; ask for the court’s list of seizures.",
    holdAsMortgage: "A seizure ranks behind every mortgage, so the bid may be too high; check the register.",
    appraisalOverAYear: "The value is carried by the index of its kind; a new appraisal settles it.",
    appraisalDateUnknown: "The appraisal counts as new, so the bid may be too high.",
    conditionUnknown: "The cash curve counts unchanged; a debtor that stopped work or is missing pays less, so ask.",
    bankruptcyKindUnknown: "A reorganisation would suspend the sale of mortgaged items; ask for the court’s order.",
    wagesByShare: "Wages are paid before unsecured creditors in bankruptcy; ask the administrator for the list.",
    guarantorUnnamed: "A guarantor that nobody names is not counted unless the desk says so; ask for names and contracts.",
    guaranteePeriodUnknown: "Where no period was agreed it is six months after maturity (Civil Code 692); ask for the contracts.",
    guarantorSuitUnknown: "A suit against the debtor alone does not hold a joint guarantor (Civil Code 693); ask for the judgment.",
    limitationDoubtful: "Such claims may be time-barred and count in full; ask for the last demand or acknowledgement.",
    interestBasisUnknown: "Stated interest counts to cut-off unless the desk says otherwise; a court that admits principal alone lowers the claim.",
  },
  analysesTitle: "Scenarios, sensitivities, simulation, missing information",
  analyses: {
    charts: {
      title: "Charts",
      text: "The view “Charts” shows how the claim becomes the highest bid, what each price earns, and the 20 debtors with the largest present value. Both axes of the cash-flow chart have one zero; the cumulative line has price and deal costs taken off, and a dashed line marks the month in which the price is back. The button in a chart's upper right corner shows it alone, to be copied, saved as a picture or printed.",
    },
    scenarios: {
      title: "Scenarios",
      text: "Like low, base and high, a scenario is a set of shifts on the shared assumptions; it may be for one segment alone, whose numbers then replace those for all loans. All columns are compared at one bid price. Scenarios are kept with the deal. The chart of cumulative flows shows up to three lines at a time; press a name to choose it.",
    },
    tornado: {
      title: "One-way sensitivity (tornado)",
      text: "One driver at a time goes to the low and the high end of its range. The driver on top moves the measure most and is worth checking first.",
    },
    grid: {
      title: "Two-way grid",
      text: "Two drivers move together. Each cell is the package priced again with those shifts, as a case with them would be.",
    },
    breakEven: {
      title: "Break-even and reverse stress",
      text: "Where a target stops holding. The whole allowed range is searched: no crossing, or several, are reported as they are. Delays go by whole months; the answer is the last month that still holds.",
    },
    simulation: {
      title: "Simulation",
      text: "On thousands of paths the round of sale, the price, the date and the cash vary with one common factor and shocks of each loan. They give the distribution of the bid, the probability of missing the hurdle and the bid at a chosen confidence. Rates of return count paths on which nothing comes back as a loss of over 99%. Most loadings and volatilities are judgement; the convergence chart tells whether there are paths enough.",
    },
    gaps: {
      title: "The price of missing information",
      text: "A missing field is filled with each end of a sensible range and the highest bid worked out again; the spread is what knowing the field is worth. Fields are taken one at a time and do not add up. The ranges are the desk's judgement and can be changed. The letter to the seller states addressee, date and the count of each gap, with an annex of all contract numbers; copy it, or save it as Excel, in either language.",
    },
  },
  financingTitle: "Payment, transition period and debt",
  financing: {
    payment: {
      title: "Payment terms",
      text: "The bid is a nominal price. Paid in instalments or with trust beneficiary rights, the same package bears a nominal price higher by 1 ÷ the value of the payments: with 30 % at closing and 70 % a year later, 100 are worth 92.50 at a hurdle of 12 %. Instalments and the share in rights must add up to 100 %; until they do nothing is priced.",
    },
    transition: {
      title: "Transition period",
      text: "Collections between cut-off and closing are modelled and handed over at closing. An amount entered takes their place, and that of the costs on them. Net cash at closing = due at closing − collections handed over + seller's costs paid back.",
    },
    debt: {
      title: "Debt",
      text: "The debt share of each payment of the price is drawn with it; the monthly rate is a twelfth of the annual one. Repayment is a bullet, equal principal, equal payments or a cash sweep; what collections do not repay by maturity is paid by equity. A debt share above the warning line is a warning, no limit.",
    },
    price: {
      title: "Price at the hurdle of equity",
      text: "The price at which equity earns exactly its own hurdle; there is only one. Where a rate of return has several values all are shown, never one of them alone.",
    },
  },
  windowTitle: "Room on the screen",
  window: {
    loans: {
      title: "The loans",
      text: "Below the bid the loans have what the bar above them leaves: drag it, or move it with the up and down arrows; a double click or Enter puts it back. The view “Loans” gives them the whole height. Case, search and order are the same in both.",
    },
    panes: {
      title: "Side panes",
      text: "The button before the tabs folds the assumptions away, the one in the head of the navigation leaves only its icons. In a narrow window the navigation is folded by itself.",
    },
    assumptions: {
      title: "Assumptions",
      text: "The box above the groups finds assumptions by their name and group; “Changed only” shows what is no longer as the set says. Payment, transition period, debt and the simulation are edited in their own views; the pane leads there. Enter goes to the next field, Ctrl with an arrow to the field in that direction, and up and down step a number, with Shift ten times as far.",
    },
    columns: {
      title: "Columns",
      text: "In the loans and in the register of deals, the button at the right of the search chooses columns and their order; drag the edge of a head to make a column wider, and in the loans a head to move its column. What is too long ends in “…”; rest the pointer on it to read it whole. All this is kept for the next start.",
    },
    notices: {
      title: "Right button",
      text: "In a field the right button cuts, copies and pastes; on a row, a figure or a head, of the register too, it opens what can be done there, and so do Shift+F10 and the menu key. “Copy with heads” (Ctrl+Shift+C) copies any table: figures as numbers, identifiers as text; on a cell of the register it is that cell with its head, on a head the whole register. Where a job took longer than ten seconds and the window isn’t looked at, the system says when it is over. A range selected in the loans (drag, or Shift with arrows) has its count, sum and average at the foot of the window; what is copied there is the selection.",
    },
  },
  keptTitle: "Nothing typed is lost",
  kept: {
    undo: {
      title: "Undo and redo",
      text: "Ctrl+Z takes back the last edit of the screen: in the workbench those of the deal's assumptions, shifts, bid price and scenarios, in Deals those of deals and their archiving, in Market its records, in Assumptions those of the desk's own sets. What a screen writes elsewhere (a set or calibrated curves into the open deal, a deal edited from the workbench) is taken back there too, as long as nothing later was edited. Ctrl+Y does it again. The last 500 edits of each are kept, also over a restart; a new edit ends what could be redone. While a text is being typed, Ctrl+Z takes back the typing first. Importing a tape and undoing an import are not among them.",
    },
    drafts: {
      title: "Forms and mappings",
      text: "What is typed into a form, the name of a run to be saved, and the mapping of a tape are kept half a second later. If the app or the computer stops, the screen opens it again. Esc and Cancel ask before a form is discarded. A mapping also comes back after an import was undone; a file that is gone or has changed says so.",
    },
    sets: {
      title: "Back to the set",
      text: "A number that differs from the set of assumptions carries an arrow: rest the pointer on it to read the set's value, click it or press Alt+Backspace in the field to bring that back. A changed group has a button that brings back all of its values. The desk's own sets are saved as they are edited; there the arrow leads back to what the set was when it was opened.",
    },
    market: {
      title: "Built-in market records",
      text: "Where a built-in record was removed or edited, Market offers to bring it back beside what the desk made of it.",
    },
  },
  dataTitle: "Where the data is",
  dataText:
    "All deals, tapes, assumptions and saved runs are in one database file on this computer; the app uses no network. To copy it, close the app first and take the -wal file of the same name with it.",
  memoTitle: "How to print a memo",
  memoSteps: {
    run: "Save a run in the Workbench.",
    open: "Open the Deal memo and choose the run, the language and the money unit.",
    check: "In the preview, check the pages and the parts marked as filled.",
    print: "Choose Print for the printer, or Save as PDF. The memo carries the hash of the run, so that it can be checked later.",
  },
  keysTitle: "Keyboard",
  keysText:
    "The menus show the same keys, and “?” lists them anywhere. Ctrl+K goes to a deal, a debtor of the open deal, an assumption, a screen or a command: type some of its characters, or its pinyin, or the first letters of its pinyin.",
};
