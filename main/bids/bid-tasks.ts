import type { BidFigures, BidPoint } from "../../shared/domain/bid-figures.ts";
import type { BidLadder } from "../../shared/domain/bid-rounds.ts";
import type { StructurePrices } from "../../shared/domain/bid-structures.ts";
import { type BidBasis, bidFigures, bidPoint } from "../engine/bidding/bid-figures.ts";
import type { LadderTerms } from "../engine/bidding/bid-ladder.ts";
import { pricedLadder } from "../engine/bidding/priced-ladder.ts";
import { type StructureBasis, structurePrices } from "../engine/bidding/structures.ts";
import type { Task } from "../jobs/task-types.ts";
import { runEngine } from "../packages/engine-task.ts";

/** A few thousand integrals: milliseconds, and still not the window's. */
const bidFiguresTask: Task<BidBasis, BidFigures> = (basis) => runEngine(() => bidFigures(basis));

const bidPointTask: Task<{ readonly basis: BidBasis; readonly priceFen: number }, BidPoint> = ({ basis, priceFen }) =>
  runEngine(() => bidPoint(basis, priceFen));

const bidLadderTask: Task<{ readonly basis: BidBasis; readonly terms: LadderTerms }, BidLadder> = ({ basis, terms }) =>
  runEngine(() => pricedLadder(basis, terms));

const structurePricesTask: Task<StructureBasis, StructurePrices> = (basis) => runEngine(() => structurePrices(basis));

export const bidTasks = { bidFigures: bidFiguresTask, bidPoint: bidPointTask, bidLadder: bidLadderTask, structurePrices: structurePricesTask };
export type BidTasks = typeof bidTasks;
