/**
 * The memory that the engine and its kernels share, described here and nowhere else: set-up writes the kernels' side
 * (generated/kernel-memory.as.ts) from these tables, and kernel-records.ts writes records by them.
 */

/** An address in bytes, a count or number of 32 bits, a number of 64 bits. Fields lie at multiples of their width. */
export type FieldType = "usize" | "u32" | "f64";

const blockPaths = 256;
/** Quintics on bins that halve towards both tails: two sides × powers of two × bins, eight coefficients each (two unused). */
const quintics = { powers: 33, binBits: 5, binBytes: 8 * 8 };

/** Sizes that both sides count on; those that end in BYTES are bytes. */
export const kernelSizes = {
  /** Rows priced at a time: their interim columns stay in the first-level cache. */
  BLOCK_ROWS: 256,
  /** Months of a curve that are worked on together: rows of flows and shares are a multiple of them. */
  MONTHS_AT_ONCE: 8,
  /** Paths of a block. Longer blocks gain nothing; shorter ones give progress and cancel in time. */
  BLOCK_PATHS: blockPaths,
  /** A list over the paths of a block has room for the path that an odd pair ends with. */
  LIST_BYTES: (blockPaths + 2) * 8,
  TABLE_POWERS: quintics.powers,
  TABLE_BIN_BITS: quintics.binBits,
  TABLE_BIN_BYTES: quintics.binBytes,
  TABLE_BYTES: 2 * quintics.powers * 2 ** quintics.binBits * quintics.binBytes,
  /** Bits of a random word that choose a quantile of the delay. */
  DELAY_BITS: 10,
  /** Furthest that a drawn delay goes either way, months. */
  MOST_DELAY_MONTHS: 60,
  /** Entry of the table of growth that stands for no delay; as many lie before it as from it on. */
  NO_DELAY_AT: 128,
  /** Counters of loans' delays begin here. */
  DELAY_COUNTERS: 0x8000_0000,
} as const;

/** Records, each with its fields in their order. A field of type usize is the address of what its comment says. */
export const kernelRecords = {
  /** Columns of lowered rows, sorted by price class inside each chunk; see `LoweredRows`. */
  Rows: {
    value: "usize",
    ahead: "usize",
    cap: "usize",
    chance: "usize",
    collateralCostRate: "usize",
    claim: "usize",
    curveScale: "usize",
    /** 0 where no row owes court fees. */
    courtFees: "usize",
    loan: "usize",
    curveClass: "usize",
    /** [run] `ClassRun`. */
    runs: "usize",
    /** [chunk] first run; one more entry for the end. */
    chunkRuns: "usize",
  },
  /** The rows of one price class in one chunk: an even number. */
  ClassRun: {
    priceClass: "u32",
    firstRow: "u32",
    endRow: "u32",
  },
  /** One case. Slots are price classes × outcomes. */
  CaseTables: {
    outcomeCount: "u32",
    curveClassCount: "u32",
    /** [slot] net price per yuan of value, probability, discount factor, month of receipt. */
    factor: "usize",
    probability: "usize",
    discount: "usize",
    month: "usize",
    /** [price class] `ClassTerms`. */
    classTerms: "usize",
    /** [curve class] `CurveTerms`. */
    curveTerms: "usize",
    /** [run × outcome] collateral cash and its costs, [run] court fees, [run] cash paid where assets are taken for debts. */
    collateralSums: "usize",
    costSums: "usize",
    courtFeeSums: "usize",
    takeOverSums: "usize",
    /** Outcome in which an asset is taken for the debt, where its class is; and its terms per yuan of the take-over price. */
    takeOverOutcome: "u32",
    takeOverOutlay: "f64",
    takeOverProceeds: "f64",
    takeOverLeast: "f64",
    /** [chunk × curve class] remaining claim × scale. */
    curveSums: "usize",
    /** 1: results are kept per loan, else 0. */
    keepsLoans: "u32",
    /** [loan] and one slot more, for rows without a loan. */
    presentValue: "usize",
    collateral: "usize",
    cash: "usize",
    costs: "usize",
    months: "usize",
  },
  /** What the outcomes of a row add up to. A thread's scratch holds it for a block, one column after the other. */
  Interim: {
    /** After costs, discounted. */
    value: "f64",
    /** What is paid of the claim. */
    use: "f64",
    /** What assets taken for the debt bring in cash beyond what they pay of the claim. */
    taken: "f64",
    /** Costs before the shift on them. */
    cost: "f64",
    cashMonths: "f64",
  },
  /** Terms of a price class, yuan where they are money. */
  ClassTerms: {
    chanceFactor: "f64",
    costFactor: "f64",
    courtDiscount: "f64",
    fileCost: "f64",
    fileValue: "f64",
    /** Take-over price per yuan of value, 0 where the class takes nothing over; discount factor of its month. */
    takeOverFactor: "f64",
    takeOverDiscount: "f64",
  },
  /** Terms of a curve class, per yuan of scaled remaining claim. */
  CurveTerms: {
    /** Present value after costs. */
    netValue: "f64",
    cash: "f64",
    cost: "f64",
    weightedMonths: "f64",
  },
  /** Columns of loans with assets of their own alone, in pairs; see `LoweredItems`. */
  ItemRows: {
    /** [pair's first asset + asset] of both loans: value, paid before creditors, from where on in its proceeds it pays us, most that it pays. */
    value: "usize",
    ahead: "usize",
    start: "usize",
    cap: "usize",
    /** [row] */
    claim: "usize",
    collateralCostRate: "usize",
    curveScale: "usize",
    courtFees: "usize",
    /** [row] 32 bits each. */
    loan: "usize",
    curveClass: "usize",
    /** [run] `ItemRun`. */
    runs: "usize",
  },
  /** Loans whose assets end alike: an even number. */
  ItemRun: {
    firstRow: "u32",
    endRow: "u32",
    firstAsset: "u32",
    assetCount: "u32",
    /** 1: what a sale leaves the debtor pays the rest of the claim. */
    leavesDebtor: "u32",
  },
  /** One case of them. */
  ItemTables: {
    outcomeCount: "u32",
    keepsLoans: "u32",
    /** [run] `ItemRunTerms`. */
    runTerms: "usize",
    /** [curve class] `ItemCurve`. */
    curves: "usize",
    takeOverOutlay: "f64",
    takeOverProceeds: "f64",
    takeOverLeast: "f64",
    surplusShare: "f64",
    /** [row] remaining claim × scale. */
    scaled: "usize",
    /** [loan] and one slot more, for rows without a loan. */
    presentValue: "usize",
    collateral: "usize",
    guarantor: "usize",
    cash: "usize",
    costs: "usize",
    months: "usize",
  },
  /** One run in one case. */
  ItemRunTerms: {
    /** [asset] `ItemAsset`; [asset × outcome] `ItemOutcome`. */
    assets: "usize",
    outcomes: "usize",
    /** Endings: the probability of each, and what is sold in it (rows/item-endings.ts). */
    endingCount: "u32",
    weights: "usize",
    script: "usize",
    /** Months in which something is sold, rising: `ItemMonth`. */
    monthCount: "u32",
    months: "usize",
    /** Sums, two lanes with what rounding lost of each: [asset × outcome] cash and its costs, [asset] paid at take-overs, [month] surplus and its costs. */
    sumCount: "u32",
    sums: "usize",
    costFactor: "f64",
    cashRate: "f64",
    guarantorRate: "f64",
    guarantorDiscount: "f64",
    guarantorMonths: "f64",
    fileCost: "f64",
    fileValue: "f64",
    courtDiscount: "f64",
  },
  ItemAsset: {
    costFactor: "f64",
    /** What a yuan that is paid at a take-over is worth less than one that its resale brings. */
    takenChange: "f64",
    /** Outcome in which it is taken for the debt; a number above all where it isn't. */
    takenOutcome: "u32",
  },
  ItemOutcome: {
    priceFactor: "f64",
    netShare: "f64",
    discount: "f64",
    month: "f64",
  },
  ItemMonth: {
    discount: "f64",
    month: "f64",
  },
  /** Terms of a curve class, per yuan of scaled remaining claim. */
  ItemCurve: {
    total: "f64",
    discounted: "f64",
    weightedMonths: "f64",
    guarantorTotal: "f64",
  },
  /** Scenarios that differ in one factor κ on all price factors, in rising order of κ. */
  Sweep: {
    outcomeCount: "u32",
    curveClassCount: "u32",
    factorCount: "u32",
    partCount: "u32",
    /** Price classes × outcomes; behind them a slot for each price class: cash paid where assets are taken for debts. */
    slotCount: "u32",
    pricedSlots: "u32",
    /** Buckets of the table that finds the first κ past a bend. */
    bucketCount: "u32",
    /** [part] first chunk; one more entry for the end. */
    partChunks: "usize",
    /** [slot], [slot], [price class] of the scenario with κ = 1. */
    factor: "usize",
    probability: "usize",
    chanceFactor: "usize",
    /** Outcome in which an asset is taken for the debt, [price class] its price per yuan of value, 0: none; its terms per yuan of the price. */
    takeOverOutcome: "u32",
    takeOverFactor: "usize",
    takeOverOutlay: "f64",
    takeOverProceeds: "f64",
    takeOverLeast: "f64",
    /** [scenario] κ; one more entry, not a number, ends every search. */
    kappas: "usize",
    /** [bucket] 16 bits: first scenario of this bucket or a later one. */
    lookUp: "usize",
    /** [part × slot × (scenario + 1)] `PriceChange`. */
    priceChanges: "usize",
    /** [part × curve class × (scenario + 1)] `CurveChange`. */
    curveChanges: "usize",
    /** [slot × scenario] collateral cash, and its costs. */
    cash: "usize",
    costs: "usize",
    /** [curve class] scaled claims of all rows; place of the class among all, segment by segment. */
    scaledClaims: "usize",
    curvePlaces: "usize",
    /** [row of the scenario × place] scaled remaining claims. */
    remaining: "usize",
    /** [scenario] its row of `remaining`. */
    scenarioRows: "usize",
    /** κ of the first bucket, and buckets per unit of κ. */
    least: "f64",
    perKappa: "f64",
  },
  /** What changes over κ from a scenario on, as slope and constant: collateral cash, and its costs. */
  PriceChange: {
    cashSlope: "f64",
    cashConstant: "f64",
    costSlope: "f64",
    costConstant: "f64",
  },
  /** The same of what is scaled out of a curve. */
  CurveChange: {
    slope: "f64",
    constant: "f64",
  },
  /** What the kernel of the simulation is opened with. */
  Simulation: {
    /** `ownBytes` bytes for itself. */
    own: "usize",
    /** Lists over the paths of a block, LIST_BYTES each. */
    lists: "usize",
    /** Tables of price levels, TABLE_BYTES each. */
    levels: "usize",
    /** The key of all random numbers. */
    seed: "u32",
    stream: "u32",
    /** [quantile] months by which a row's own draw delays it; 0 where sales come as planned, and nothing below counts. */
    ownDelays: "usize",
    /** List of months by which the common factor delays all rows; 0: none. */
    commonDelays: "usize",
    /** [months of delay + NO_DELAY_AT] growth of the price. */
    delayGrowth: "usize",
    /** [month] 32 bits: list that takes what is received in it, as rows name it; months after the last one bring nothing. */
    monthLists: "usize",
    lastMonth: "u32",
    /** Sales before it bring an outcome's early gain. */
    closingMonth: "u32",
    /** What the buyer keeps of a yuan received before closing, and bears of a yuan of its costs. */
    earlyReceipt: "f64",
    earlyCost: "f64",
    /** Terms of an asset taken for the debt per yuan of its price, and months from take-over to resale. */
    takeOverOutlay: "f64",
    takeOverProceeds: "f64",
    takeOverLeast: "f64",
    takeOverGap: "u32",
  },
  /**
   * A drawn row; its outcomes stand behind it. Rows name lists by bytes from the first one and tables from 1 on; 0 stands
   * for none. What is paid takes claim gain × min(cash factor, its bound) from the row's curve.
   */
  DrawnRow: {
    ahead: "f64",
    cap: "f64",
    claimGain: "f64",
    counter: "u32",
    outcomeCount: "u32",
    latentList: "u32",
    levelTable: "u32",
    levelList: "u32",
    claimList: "u32",
    cashBound: "f64",
    cashList: "u32",
  },
  /** An outcome of a drawn row: it comes about where the latent number is at most the limit. */
  DrawnOutcome: {
    limit: "f64",
    price: "f64",
    /** Per yuan paid; where delays are drawn from the month of closing on, with the early gain before it. */
    gain: "f64",
    list: "u32",
    plannedMonth: "u32",
    earlyGain: "f64",
    /** Months that take the common factor's delay back to what the plan says of this outcome. */
    delayShift: "f64",
    /** Price at which the asset is taken for the debt, as `price` is after taxes; 0: it is sold. And the share of its cash that costs take. */
    takeOverPrice: "f64",
    costRate: "f64",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldType>>>>;

/** One number for the whole layout (FNV-1a): a kernel names the one that it was built from. */
export function layoutFingerprint(): number {
  let hash = 0x811c_9dc5;
  for (const letter of JSON.stringify([kernelSizes, kernelRecords])) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x0100_0193);
  return hash >>> 0;
}
