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
      text: "In Loan tape, choose the seller's Excel or CSV file, drag it onto the window or open it with the app from the file manager (on the register it begins a new deal, with name, seller, unit and cut-off date proposed from it), check how its columns are matched, state the unit, cut-off date and currency where the file is silent, and import. If loans, collateral and guarantors come in several files, choose them all at once or add them with “Add files…”; what each list is, is told by its header and can be changed. A list of collateral or guarantors below the loans stands by itself; collateral stated in a loan's own row comes with the loan. Lists of debtors, or of enforcement by contract or item (as in the EBA templates), fill what the loans' rows leave open. Where several drawdowns stand under one contract you say whether each is a loan of its own or all are parts of one claim: then amounts are added, the rules for what differs are listed in the report, an asset that stands with each counts once, and the parts stay in the loan's drawer. A workbook with a password asks for it and doesn't store it. The report has the figures of a notice of sale (银登), to copy or export. Every row is kept or rejected with a reason; an import can be undone. While it runs you may work on other deals, and cancel it at the foot of the window: a cancelled import leaves nothing behind. When the same seller sends another tape with the same or similar headers, the mapping that you confirmed is taken over and what differs is marked; words that were not understood are taught in the report of the import and kept in Sellers' dictionary (Settings, or the View menu), from the next import on. A corrected tape is imported beside the first (“Import a reissued tape”): under Versions, what was added, dropped and changed is listed field by field, doubtful matches and conflicts with your own edits are decided with the keys 1 and 2, then “Take over and price” makes it the package with your other edits; confirmed exceptions that are the same there stay confirmed, others are asked again. Either version can be priced; saved runs keep theirs.",
    },
    assume: {
      title: "Check the assumptions",
      text: "In Assumptions, see the source and date of each group. The built-in set is read-only; copy it to put in your own experience. “Load recoveries…” reads a file of your closed loans and calibrates the cash curves on it: rates by segment with their errors, thin segments drawn towards the pool, a back-test on loans held back; used in the open deal or your own set, the curves name file, hash, day and number of loans as their source. Corporate packages, single corporate claims and retail packages have a set each, which a new deal takes by its kind; the pane of the workbench names the set and says whether it was edited. Where a deal's kind is changed, assumptions as the set has them follow it; edited ones stay until you choose otherwise. Retail claims take their curve by product and days past due and their cost per file by size; no suit is brought where its fees exceed what it brings, and the trace says so. Where a retail bid is not 4 to 12 % of principal, the line above the figures shows what it is made of.",
    },
    price: {
      title: "Price",
      text: "In the Workbench, see the low, base and high cases, enter a bid, and compare its IRR with the hurdle rate. Where a case leaves no positive price, where its price passes the claim or its hurdle rate is unusual, a line above the figures says why and leads to the assumptions it hangs on. The last lines say what the value rests on: the share of sales, debt for asset, guarantors and cash; below them stands how much of it has sources, how much of the bid lies on loans with a filled field, and what is left out: receipts after the horizon, and the buyer's own taxes. A sale is taxed by kind, owner and day (Taxes of a sale). Bid (F9) leads from the value to a bid: state the form of sale, the rivals and the error of your value, and read the chance to win, the profit if won and the bid against the winner's curse. The walk-away card prints as one page and takes bids by single keys in the room: not a fen above the limit is bid, and raising it takes a name and a reason. Structures compares ways of paying that earn us the same; the ledger keeps how every sale ended, with every bid and every later statement, counted by seller and by rival once there are five, and what was won or lost goes into Market with the balances that were sold. Bid calendar (Shift+F7) keeps data room, deposit, deadlines and the rest of all deals by Beijing time; what is due within seven days stands above the deals, and a date is called out in its last hour.",
    },
    explain: {
      title: "Question the figures",
      text: "Click any figure of the workbench, a bar of the cash-flow chart or a year below it, and open it line by line: price, present value, year, segment, loan, down to an auction round and to the source and date of an assumption. The lines of each level add up to the fen. A loan opens to its recovery routes, its assumptions and the inputs that were filled.",
    },
    runs: {
      title: "Save and compare runs",
      text: "“Save run” keeps assumptions, cases, bid, scenarios and results under a name that is proposed, with the name stated in Settings. In Saved runs, open one as it was frozen, name, note or star it, or restore it as the model. Tick two to compare them: what changed, and the part of each change in the bid's move, adding up to the fen. Below stands the bid bridge: why the highest bid of each case moved, by cause (loans that went and came, balances, collateral, stage and timing, guarantors, own edits, own estimates, assumptions), each of which opens to its loans. Choose “Bridge from” above a memo once to print it there; the choice stays with the run, and the first run of another version of the tape leads from the run before by itself. A run never changes and is not deleted, since a memo may rest on it; a name that was ever used stays with its run.",
    },
    memo: {
      title: "Issue the memo",
      text: "In Deal memo, choose a saved run, then preview it, print it or save it as PDF or as a Word document (the same numbers, charts as pictures); one that isn't approved is marked as a draft. In Approval, hand a saved run in: run and memo are frozen, another person prices it again and checks it, members vote by name, and a limit with conditions and an end is approved. From then on neither the card nor a bid may exceed that limit, and the deal's stage follows from the approval. Persons, passphrases, roles, voting rules and the trail are under People and trail; without persons the steps are unsigned.",
    },
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
      meaning:
        "Of the buyer's cash flow before the buyer's own taxes, with the price on its payment dates. The IRR is proved piece by piece between −99% and 1,000%, and a single one is shown only where there is exactly one; rates nearer to each other than 0.1 percentage points may be one.",
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
    debtorSurplus: {
      name: "Surplus within a debtor",
      other: "变价剩余（同户受偿）",
      meaning:
        "What a sale brings above the claims that the asset secures belongs to its owner (Civil Code, Art 413), and the debtor's other claims in the package can reach it. Other creditors stand by, so only a share counts: “Of what a sale leaves the debtor, to its other claims with us” (50 % in the built-in sets, desk judgement; 0 leaves it out). Nothing in bankruptcy, where debtors share the asset, or where the sale paid none of our claims.",
    },
    ownEstimate: {
      name: "Own estimate",
      other: "户表自估",
      meaning:
        "Gross recovery, costs and month of a debtor's low and high case as typed on the debtor sheet: they take the place of all its routes and costs in that case; the base case weighs both. The case's own shifts leave them as they are; what a scenario or a sensitivity adds moves them in proportion.",
    },
    dataException: {
      name: "Data exception",
      other: "数据例外",
      meaning:
        "A row whose values as they now stand fail a check sign, a sum, the order of dates or a usual ratio. It is confirmed with a reason, and is open again once its value changes. Pricing goes on; workbench, run and memo say how many are not confirmed.",
    },
    inspectionGain: {
      name: "Gain of an inspection",
      other: "尽调所得, EVSI",
      meaning:
        "What deciding to bid or to pass after a debtor's gaps were settled is expected to be worth more than deciding now; the diligence plan ranks by the gain per hour, within the hours left.",
    },
    extrapolation: {
      name: "Extrapolation",
      other: "样本外推",
      meaning:
        "The ratio of own to model value by stratum, shrunk and applied to debtors not looked at; shown on the diligence plan beside the model's bid, never in its place.",
    },
    shadedBid: {
      name: "Shaded bid",
      other: "防赢者诅咒",
      meaning:
        "Whoever errs upwards most wins, so winning is bad news. The bid screen takes so much off the value, by bidders and own error, that the winner still earns; where the error is too large it states a range.",
    },
    limit: {
      name: "Limit, walk-away price",
      other: "限价（底价）",
      meaning: "The most that may be bid in the room, typed on the bid screen. The highest bid at the hurdle is never taken for it by itself.",
    },
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
    propertyFeesByShare: "Buyers bear property fees in arrears and bid less; ask the manager of the building.",
    waitingUnranked:
      "Without a mortgage it is an unsecured creditor’s seizure behind others by a share of the appraisal; a mortgage counts as the second rank. Ask for the list of seizures and an extract of the register.",
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
    debtors: {
      title: "Debtor sheet",
      text: "A line a debtor: what the tape states, net collateral, and the model's low, high and base figures; the debtors and “Overhead, settlement” add up to the model to the fen. The desk's own estimate is typed in the cells of the low case, the high case and the record, filled down (Ctrl+D), pasted from Excel, emptied by Delete: where one figure of a case is typed first, the others are the model's as shown, and emptying gross recovery, costs or months goes back to the model; what can't be read stays in its cell with the reason. In any other column F2 (or “Edit…” by right click) opens the whole line: gross recovery, costs and months of a case together replace the model's for that debtor, parted over its loans by claim, and the bids follow at once. With both cases typed, the base case weighs them; left empty, the weight leaves base to the model. A line's lowest and highest bid are by its own discount rate and margin (on cost or on price, as the sheet says), the package's highest bid is at the hurdle: the one doesn't add up to the other. The low total is stacked, worse than any percentile. ● marks own estimates. Where debtors share assets, only this debtor's share is replaced. Enter opens a debtor: loans, court and condition, guarantors with the others they stand for, and the history of its estimates, undone ones too; several selected debtors are put into a group by right click. Estimates stay with the deal: another tape finds its debtors by identifier, else by name, and those it doesn't have are kept and named. Identifiers of persons are masked until shown.",
    },
    simulation: {
      title: "Simulation",
      text: "On thousands of paths the round of sale, the price, the date and the cash vary with one common factor and shocks of each loan. They give the distribution of the bid, the probability of missing the hurdle and the bid at a chosen confidence. Rates of return count paths on which nothing comes back as a loss of over 99%. Most loadings and volatilities are judgement; the convergence chart tells whether there are paths enough.",
    },
    gaps: {
      title: "The price of missing information",
      text: "A missing field is filled with each end of a sensible range and the highest bid worked out again; the spread is what knowing the field is worth. Fields are taken one at a time and do not add up. The ranges are the desk's judgement and can be changed. The letter to the seller states addressee, date and the count of each gap, with an annex of all contract numbers; copy it, or save it as Excel, in either language.",
    },
    company: {
      title: "Company and company effect",
      text: "“Company” (F7) takes quarter ends, instruments, what clients owe and a plan, also from a table that states the unit of its amounts. “Capacity” gives cash, leverage and liquidity of twelve quarters, and the largest price of a deal with what binds it. “Rules” are dated data that you correct once read at the source. “Company effect” (F10) says what the open deal does to the company at its price, and the headroom under each rule. What lacks its figures cannot be told, and the page says what to enter first. Assumed: collections and costs come as planned, evenly within a quarter; debt that is not rolled over is repaid in cash; a deal whose cut-off lies before the last reported quarter starts with the first quarter; deal costs move with the price.",
    },
    portfolio: {
      title: "All deals together",
      text: "From two deals on, a line above the register sums up what is at work and what was won; “Show portfolio” opens all of it: deals at work with their chance and next date, deals won with price, planned collections, multiple and IRR, concentration by debtor, group, seller, region, court and kind of collateral with the ten largest and the HHI, and what falls due in the next 180 days. A debtor whose identifier stands in two packages is one exposure until somebody confirms by hand that it is not the same. Receipts aren't entered in this program, so received amounts and actual returns “cannot be told”.",
    },
    market: {
      title: "The market reference",
      text: "“Records” keeps reported deals and averages with their days, parts of the price, bases, source and confidence; a record that takes another's place is the only one that sums count. “Sums” adds them up by buyer, year, province and process. “Price to balance” compares within one class and one base: fewer than five deals are listed, without a range. “Sector” keeps published figures by scope, and peer companies; where net assets aren't published, leverage cannot be told.",
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
  sheetTitle: "The tape sheet",
  sheet: {
    typing: {
      title: "Typing",
      text: "The tape sheet (Alt+0) has every column of the loans, items and guarantors, and takes typing: keys replace what is selected, F2 or a double click edits what stands there, Enter, Tab and the arrows store and move on, Esc gives up, Delete empties. Amounts are in the unit chosen at the foot of the window unless one is typed (“1.2亿”); below the editor stands how a text is read. What can't be read stays in its cell with the reason and holds up no other cell. A deal without a tape offers to type a loan by hand, without any file.",
    },
    many: {
      title: "Paste, fill, replace",
      text: "Cells go to and from Excel by copy and paste, with heads by Ctrl+Shift+C; Ctrl+D, or the corner of what is selected, fills down; Ctrl+F finds and replaces. Where some of it can't be written it asks first: nothing at all, or the rest. A right click (Shift+F10) filters, sorts, adds and removes rows. A column takes several conditions: bounds hold together, and of several “is” or “contains” one is enough. Each is one step to undo, after a restart too.",
    },
    source: {
      title: "Whose value it is",
      text: "A corner at the top right: edited by the desk (the pointer shows the seller's value); at the bottom left: a row that the desk added; a thick line below: not taken. The menu brings back the seller's value and shows the history of a cell; all edits are listed with time, author and reason. An edit is priced at once, and until it is, the head says that the bid is that of before. The middle digits of identity, phone and account numbers are hidden, also in what is copied; the eye shows them.",
    },
  },
  exportsTitle: "Strata and exports",
  exports: {
    strata: {
      title: "Strata",
      text: "“Strata” (Ctrl+Shift+T) cuts the package as it is priced now by any field or by two: loans, debtors, principal, claim, appraisal, gross recovery and present value of the chosen case, the allocated bid and its share of principal and claim. Totals are the package's to the fen. A debtor may stand in several strata, so that their debtors come to more than the total. Where bands of amounts, days past due and appraisal to claim begin is yours to state and is remembered for each deal. Click a cell, a bar or a line (or go there by the arrows and press Enter) for its loans; a chip above the loans says by what they are narrowed, and a click or Delete takes it off. Concentration names the ten largest and the Herfindahl index. “Print” is A4 landscape.",
    },
    tables: {
      title: "Exporting tables",
      text: "“Export” beside a table, Ctrl+E, or “Export the table…” behind the right button saves it as Excel (.xlsx) or CSV (.csv), by the ending of the file name. Amounts are numbers in the unit chosen at the foot of the window, which the head names; identifiers are text with all their digits; dates are dates. Loans are exported as they are filtered, searched, ordered and laid out. Tables with a button of their own have all digits, the others what the screen shows. The export of the tape sheet holds all rows and fields of loans, collateral and guarantors as they now are, edits included, in yuan; while nobody changes the file, it can be imported into another deal exactly as it was.",
    },
    twin: {
      title: "Excel twin",
      text: "“Excel twin” beside the results (Ctrl+Shift+E, for saved runs too) writes the pricing as a workbook of formulas: tape, collateral, debtors, assumptions (in blue, with names), recovery per loan, cash flow, price, grids. Its first sheet, Proof, lists what the app says, what the formulas give and the difference, and how much of the bid rests on formulas; opening it works all of it out anew, without macros or links. Collateral that can't be a formula, such as assets shared by loans, is a value in a cell on red. Up to 5,000 loans each has its formulas; of more, flows by segment are values, and price and rates of return are formulas on them. An assumption changed in the workbook gives what the same change gives in the app; debt, simulation and scenarios are not in it.",
    },
    safety: {
      title: "Opening what was exported",
      text: "Texts of the seller that a sheet might run as a formula, beginning with =, +, -, @ and the like, are plain text in .xlsx; in .csv they have an apostrophe (') in front. Excel shows long identifiers of a .csv as powers of ten when it opens one directly: export .xlsx where every digit is to be seen. A list longer than a sheet goes on in the next one; text beyond 32,767 signs in a cell ends with “…”.",
    },
  },
  keptTitle: "Nothing typed is lost",
  kept: {
    undo: {
      title: "Undo and redo",
      text: "Ctrl+Z takes back the last edit of the screen: in the workbench those of the deal's assumptions, shifts, bid price and scenarios, in Deals those of deals and their archiving, in Market its records, in Assumptions those of the desk's own sets. What a screen writes elsewhere (a set or calibrated curves into the open deal, a deal edited from the workbench) is taken back there too, as long as nothing later was edited. Ctrl+Y does it again. The last 500 edits of each are kept, also over a restart; a new edit ends what could be redone. While a text is being typed, Ctrl+Z takes back the typing first. In Loan tape it takes back that a version was taken over or chosen, in the tape sheet also that a package was begun by hand. Importing a tape and undoing an import are not among them.",
    },
    drafts: {
      title: "Forms and mappings",
      text: "What is typed into a form or a new row, the name of a run to be saved, and the mapping of a tape are kept half a second later. If the app or the computer stops, the screen opens it again. Esc and Cancel ask before a form is discarded. A mapping also comes back after an import was undone; a file that is gone or has changed says so.",
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
    "All deals, tapes, assumptions and saved runs are in one database file on this machine; the app has no network. Removing the program leaves it where it is. It lies here:",
  safe: {
    backUp: {
      title: "Back up",
      text: "In Backups and data (Settings, or the View menu), “Back up now” works at any time beside your work: a backup counts as made once it was opened and its pages, counts and checksum agree. Once there is a deal the app backs up by its schedule (daily, seven kept, none of an unchanged desk) and before an upgrade. Its folder may lie on another disk. Don't copy desk.sqlite while the app is open.",
    },
    restore: {
      title: "Restore",
      text: "The list says of each backup when it was made, its deals, loans, runs and size. “Restore…” checks it first, then closes everything and opens again with it; the database that was there is kept whole, listed as “Replaced by a restore”, and can be restored again. A start holds every page against the checksums of the last clean end; where it finds damage, the latest backups are offered at once. To move to another computer, put the backup with the .json of its name (and, of an encrypted one, the file with -key) into the backups folder there and restore it; an encrypted one asks for the recovery code of the database it is from.",
    },
    erase: {
      title: "Erase",
      text: "“Data in this file” (Backups and data) lists the kinds of personal data and what each deal holds. “Erase…” overwrites a deal with its tapes, runs, papers and the content of its trail, in the file and in the log of writes; the backups from before can go with it, or else still hold it. A run on which no paper rests can be erased by itself. “Keep until” states how long a deal is kept; one with an approval can be erased only after that day. Numbers and hashes of the trail stay, and it can still be verified. Exported files and snapshots of the system are not reached.",
    },
    dossier: {
      title: "Dossier",
      text: "“Seal dossier” (Saved runs, or the File menu) writes the deal with its tape, model, all saved runs, both memos, Excel twin, market rows and trail into one file; each part is hashed. Another desk opens it under Backups and data → Dossiers: it is read-only, an altered part is named, and “Replay and compare” prices every run again and says equal or the first figure that differs. A run of another engine version can't be repeated there, and the desk says so. The simulation is held by its hash and is not drawn again. A dossier is not encrypted and holds names and identifiers.",
    },
    unprotected: {
      title: "What is protected, and what is not",
      text: "The files are readable by your account alone, the app has no network, and no debtor's name is written to the log. The database is encrypted on the page Encryption of Backups and data; until then the foot of the window says “Not encrypted”, and whoever has the disk can read it. Once encrypted, the database, its log of writes and its backups open by the system's key store, the passphrase, or the recovery code on paper; if all three are lost, nobody opens them. What a disk keeps of the time before in snapshots, spare cells or other copies, exported files and printed papers are not covered, and while the app is open its memory holds the data. Use a computer and a backup disk with full-disk encryption as well.",
    },
  },
  memoTitle: "How to print a memo",
  memoSteps: {
    run: "Save a run in the Workbench.",
    open: "Open the Deal memo and choose the run, the language (or both, one behind the other in one file) and the money unit.",
    check: "In the preview, check the pages and the parts marked as filled.",
    print:
      "Choose Print for the printer, Save PDF, or Save Word for a document that the committee can go on editing. The memo carries the hash of the run, so that it can be checked later.",
  },
  keysTitle: "Keyboard",
  keysText:
    "The menus show the same keys, and “?” lists them anywhere. Ctrl+K goes to a deal, a debtor of the open deal, an assumption, a screen or a command: type some of its characters, or its pinyin, or the first letters of its pinyin. Alt+← goes back to where you were, from screen to screen and view to view, and Alt+→ forward again: from the loans of a stratum to the strata, say.",
};
