import { type CaseName, caseNames } from "../../../shared/domain/codes.ts";
import { shareOfDeduction, statedDeductions } from "../../../shared/domain/item-deductions.ts";
import type { PriorityShare } from "../../../shared/domain/prior-claims.ts";
import type { TwinBook } from "../workbook/twin-book.ts";
import type { CalculatedColumn, TwinTable } from "../workbook/twin-table.ts";
import { outcomesOf } from "./price-classes.ts";
import { checkNames } from "./scalar-inputs.ts";
import type { TwinSource } from "./twin-source.ts";
import type { TwinWords } from "./twin-words.ts";

type FeeTable = "Acceptance" | "Preservation" | "Enforcement" | "Commission";

/** A graduated fee on a base. */
const feeOn = (table: FeeTable, base: string): string => {
  const cap = `${table.toLowerCase()}_cap`;
  return `MIN(IF(${cap}="",1E99,${cap}),SUMPRODUCT((${base}>{${table}.from})*({${table}.fixed}+(${base}-{${table}.from})*{${table}.step})))`;
};

/** The table of the loans' results with what is the same in every case: the claim that can be enforced, its fees, its file. */
export function addLoanClaims(book: TwinBook, { columns, assumptions }: TwinSource, words: TwinWords): TwinTable {
  const tape = book.table("Tape");
  const sheet = book.sheet(words.say("twin.sheet.loans"), [words.say("twin.sheet.loans"), words.say("twin.note.loans")]);
  const table = book.addTable(sheet, "Loans", null, columns.loanCount);
  table.texts("contract", words.head("contract"), tape.column("contract").texts ?? []);
  table.calculate([{ ...words.column("no", "code", "number"), formula: "1" }], 0, 1);
  table.calculate([{ ...words.column("no", "code", "number"), formula: "[no^]+1" }], 1);
  const fails = (Object.keys(checkNames) as (keyof typeof checkNames)[])
    .filter((check) => tape.has(check))
    .map((check) => `INDEX({Tape.${check}},[no])*${checkNames[check]}`);
  const delay = tape.has("delayDays")
    ? "+IF(OR(counts_delay_interest=0,INDEX({Tape.stage},[no])=6),0,INDEX({Tape.upb},[no])*delay_interest_rate*INDEX({Tape.delayDays},[no]))"
    : "";
  const notAdmitted = "-INDEX({Tape.interest},[no])*IF(INDEX({Tape.basis},[no])=0,admits_principal_only,IF(INDEX({Tape.basis},[no])=1,1,0))";
  const claim = "INDEX({Tape.upb},[no])+INDEX({Tape.interest},[no])+INDEX({Tape.fees},[no])";
  const valid = fails.length === 0 ? `${claim}${notAdmitted}${delay}` : `IF(${fails.join("+")}>0,0,${claim}${notAdmitted}${delay})`;
  const hasBands = assumptions.costs.fileCostBands.length > 0;
  const bands = `IF(${claim}>MAX({Bands.upTo}),file_cost_yuan,INDEX({Bands.cost},MIN(${assumptions.costs.fileCostBands.length},SUMPRODUCT((${claim}>{Bands.upTo})*1)+1)))`;
  const feesMonth = "INDEX({Stages.fees},INDEX({Tape.stage},[no]))";
  const petition = `MIN(${feeOn("Acceptance", "[appraised]")}/2,petition_cap)`;
  const suit = `${feeOn("Acceptance", "[valid]")}*(1-acceptance_halved_share/2)+${feeOn("Preservation", "[valid]")}`;
  table.calculate([
    { ...words.column("claim", "money", "claim"), formula: claim },
    { ...words.column("valid", "money", "validClaim"), formula: valid },
    {
      ...words.column("appraised", "money", "appraised"),
      formula: columns.appraisal.length === 0 ? "0" : "SUMIFS({Items.appraisal},{Items.loan},INDEX({Tape.no},[no]))",
    },
    {
      ...words.column("feeRate", "factor", "feePerAppraisal"),
      formula: `IF(OR(INDEX({Tape.stage},[no])=6,[appraised]=0),0,${feeOn("Enforcement", "[valid]")}/MAX([appraised],0.01))`,
    },
    { ...words.column("due", "money", "courtFeesDue"), formula: `IF(${feesMonth}="",0,IF([valid]=0,0,IF(INDEX({Tape.stage},[no])=6,${petition},${suit})))` },
    { ...words.column("file", "money", "fileCost"), formula: hasBands ? bands : "file_cost_yuan" },
  ]);
  return table;
}

/** Fees that are paid, and what a claim keeps of its cash where no suit is brought: both hang on its curve. */
export function addSuits(book: TwinBook, { columns }: TwinSource, words: TwinWords): void {
  const table = book.table("Loans");
  const isOpen = book
    .table("Tape")
    .column("eligible")
    .values.some((open) => open === 1);
  const brings = "[valid]*INDEX({Curves.plain},INDEX({Tape.curve},[no]))*suit_cash_share*(1-servicer_cash)";
  const forgone = `IF(suits_only_where_worthwhile*INDEX({Tape.eligible},[no])=1,IF([due]>${brings},1,0),0)`;
  table.calculate([
    { ...words.column("forgone", "code", "forgone"), formula: isOpen ? forgone : "0" },
    { ...words.column("court", "money", "courtFees"), formula: "[due]*(1-[forgone])" },
    { ...words.column("scale", "factor", "curveScale"), formula: "1-[forgone]*suit_cash_share" },
  ]);
  const hasCourts =
    columns.court.some((court) => court > 0) &&
    book
      .table("Tape")
      .column("court")
      .values.some((row) => row > 0);
  const delay = hasCourts ? "+IF(INDEX({Tape.court},[no])=0,0,INDEX({Courts.months},MAX(1,INDEX({Tape.court},[no]))))" : "";
  for (const caseName of caseNames) {
    const month = `MIN(horizon_months,MAX(0,INDEX({Stages.fees},INDEX({Tape.stage},[no]))${delay}+delay_${caseName}))`;
    table.calculate([{ ...words.column(`${caseName}.feesMonth`, "code", "feesMonth", { caseName }), formula: `IF([court]=0,0,${month})` }]);
  }
}

const shareNames: Readonly<Record<PriorityShare, string>> = {
  landPremiumShare: "land_premium_share",
  homebuyerShare: "homebuyer_share",
  taxArrearsShare: "tax_arrears_share",
  wageShare: "wage_share",
  seizureRivalShare: "rival_share",
};

/** What stands between a price and us on an item, the same in every case. */
export function addItemClaims(book: TwinBook, { columns }: TwinSource, words: TwinWords): void {
  const table = book.table("Items");
  if (table.rowCount === 0) return;
  const index = table.has("city") ? "IF([city]=0,INDEX({Kinds.indexUsed},[kind]),INDEX({Cities.rate},MAX(1,[city])))" : "INDEX({Kinds.indexUsed},[kind])";
  const isOwn = table.has("isOwn") ? "[isOwn]=1," : "";
  const stated = statedDeductions
    .filter((name) => table.has(name))
    .map((name) => {
      const share = shareOfDeduction(name);
      return share === null ? `+[${name}]` : `+IF([${name}]="",${shareNames[share]}*[appraisal],[${name}])`;
    });
  const days = 'IF(INDEX({Tape.days},[loan])="",0,INDEX({Tape.days},[loan])/365)';
  const byStage = "INDEX({Stages.first},INDEX({Tape.stage},[loan]))";
  const months = columns.estimates === null ? byStage : `IF(INDEX({Tape.ownMonths},[loan])="",${byStage},INDEX({Tape.ownMonths},[loan]))`;
  const property = `IF(INDEX({Kinds.managed},[kind])=0,0,property_fee_rate*MIN(property_fee_months/12,${days}+${months}/12)*[appraisal])`;
  const opening = "[carried]*INDEX({Kinds.factor},[kind])*INDEX({Rounds.opening},1)";
  const isMaximum = table.has("seized") ? "caps_principal_alone*(1-[seized])" : "caps_principal_alone";
  // A maximum that bounds the principal alone secures the claim on the principal that it holds.
  const principal = "INDEX({Tape.upb},[loan])";
  const ofPrincipal = `IF(${principal}>[secured],[secured]/MAX(${principal},0.01)*INDEX({Loans.valid},[loan]),1E99)`;
  const rivals = table.has("seized") ? '+IF([seized]=1,IF([rivals]="",rival_share*[appraisal],[rivals]),0)' : "";
  table.calculate([
    { ...words.column("carried", "money", "carried"), formula: `IF(OR(${isOwn}[age]="",[age]=0),[appraisal],[appraisal]*(1+${index})^([age]/12))` },
    { ...words.column("commission", "money", "commission"), formula: `IF(commission_borne_share=0,0,commission_borne_share*${feeOn("Commission", opening)})` },
    { ...words.column("property", "money", "propertyFees"), formula: property },
    {
      ...words.column("ahead", "money", "ahead"),
      formula: `[commission]+INDEX({Loans.feeRate},[loan])*[appraisal]+[property]${stated.join("")}`,
    },
    { ...words.column("before", "money", "before"), formula: `IF([stated]="",senior_share*[carried]*([rank]-1),[stated])${rivals}` },
    { ...words.column("worth", "money", "worth"), formula: table.has("kept") ? "[carried]*[kept]" : "[carried]" },
    {
      ...words.column("cap", "money", "ourCap"),
      formula: `MIN(INDEX({Loans.valid},[loan]),IF([secured]="",1E99,IF(${isMaximum}=1,${ofPrincipal},[secured])))`,
    },
  ]);
}

/** The chance that a loan's own estimate leaves, as a factor; nothing where no loan has one. */
export const ownChanceFactor = (items: TwinTable, c: CaseName, own: string, itemClass: string): string =>
  items.has("ownChance") ? `*MIN(1,${own}*INDEX({Classes.${c}.chanceLevel},${itemClass}))` : "";

/** What a loan's only item is expected to bring, by outcome, in each case. */
export function addSingleSales(book: TwinBook, source: TwinSource, singles: number, words: TwinWords): void {
  const table = book.table("Items");
  if (singles === 0) return;
  const rounds = outcomesOf(source).filter((outcome) => outcome !== "Take");
  const take = words.say("twin.outcome.take");
  for (const c of caseNames) {
    const of = (column: string) => `INDEX({Classes.${c}.${column}},[class])`;
    const keeps = book.table("Tape").has(`${c}.keeps`) ? `*INDEX({Tape.${c}.keeps},[loan])` : "";
    const chance = `${ownChanceFactor(table, c, "[ownChance]", "[class]")}${keeps}`;
    const price = `[worth]*${of("price")}`;
    const columns: CalculatedColumn[] = [
      ...rounds.map((k) => ({
        ...words.column(`${c}.sale${k}`, "money", "expectedSale", { caseName: c, place: k }),
        formula: `${of(`chance${k}`)}${chance}*MAX(0,MIN([cap],[worth]*${of(`net${k}`)}-[ahead]-[before]))`,
      })),
      {
        ...words.column(`${c}.setOff`, "money", "setOff", { caseName: c, place: take }),
        formula: `MAX(0,MIN([cap],[worth]*${of("netTake")}-[ahead]-[before]))`,
      },
      {
        ...words.column(`${c}.taken`, "money", "expectedPrice", { caseName: c, place: take }),
        formula: `IF([${c}.setOff]>${price}*take_least_${c},${of("chanceTake")}${chance}*${price},0)`,
      },
      {
        ...words.column(`${c}.takenUse`, "money", "expectedSetOff", { caseName: c, place: take }),
        formula: `IF([${c}.taken]>0,${of("chanceTake")}${chance}*[${c}.setOff],0)`,
      },
      { ...words.column(`${c}.use`, "money", "paidOfClaim", { caseName: c }), formula: `SUM([${c}.sale1:${c}.sale${rounds.length}])+[${c}.takenUse]` },
      {
        ...words.column(`${c}.cash`, "money", "collateralCash", { caseName: c }),
        formula: `[${c}.use]+[${c}.taken]*(take_proceeds_${c}-take_outlay_${c})`,
      },
      ...(c === "base" ? singleValues(rounds, of, words) : []),
    ];
    table.calculate(columns, 0, singles);
  }
}

/** Values at the hurdle, in the base case: what comes in, and the part of it that costs are taken of. */
function singleValues(rounds: readonly string[], of: (column: string) => string, words: TwinWords): CalculatedColumn[] {
  const sales = rounds.map((k) => `[base.sale${k}]*${of(`discount${k}`)}`).join("+");
  const paidIn = of(`discount${rounds.length}`);
  const soldIn = of("discountTake");
  return [
    {
      ...words.column("base.value", "money", "valueIn", { caseName: "base" }),
      formula: `${sales}+[base.taken]*(take_proceeds_base*${soldIn}-take_outlay_base*${paidIn})+[base.takenUse]*${paidIn}`,
    },
    {
      ...words.column("base.costed", "money", "valueCosted", { caseName: "base" }),
      formula: `${sales}+([base.taken]*(take_proceeds_base-take_outlay_base)+[base.takenUse])*${soldIn}`,
    },
  ];
}
