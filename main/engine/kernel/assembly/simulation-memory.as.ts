import { BLOCK_PATHS, Simulation, TABLE_BYTES } from "../generated/kernel-memory.as";

/** Bins of the quick test on either side of zero. */
export const QUICK_HALF: i32 = 848;
const QUICK_BYTES: usize = <usize>(2 * QUICK_HALF + 1) * 8;
/** Six points and six values, each from a multiple of 64 on: what filling a table works on. */
const POINTS_BYTES: usize = 128;
/** Ten vectors. */
const KEYS_BYTES: usize = 160;
/** Words or path numbers of a block; one more path ends an odd list, and vectors are stored whole. */
const WORDS_BYTES: usize = BLOCK_PATHS * 4 + 16;

export let normalTable: usize = 0;
/** Where the values of a quintic are known. */
export let points: usize = 0;
/** Key words by four rounds, each as often as a vector has numbers. */
export let keySchedule: usize = 0;
/** First and second words of a counter, first words of a delay, and second ones that nobody reads. */
export let words0: usize = 0;
export let words1: usize = 0;
export let words2: usize = 0;
export let spareWords: usize = 0;
/** Numbers of the paths on which something clears. */
export let survivors: usize = 0;
export let quickTable: usize = 0;

export let lists: usize = 0;
export let levels: usize = 0;
export let key0: u32 = 0;
export let key1: u32 = 0;
/** 0 where delays are not drawn. */
export let ownDelays: usize = 0;
/** 0 where the common factor delays nothing. */
export let commonDelays: usize = 0;
export let delayGrowth: usize = 0;
export let monthLists: usize = 0;
export let lastMonth: i32 = 0;
export let closingMonth: i32 = 0;
export let earlyReceipt: f64 = 1;
export let earlyCost: f64 = 1;
export let takeOverOutlay: f64 = 0;
export let takeOverProceeds: f64 = 0;
export let takeOverLeast: f64 = 0;
export let takeOverGap: i32 = 0;

/** Bytes that the kernel needs for itself. */
export function ownBytes(): usize {
  return TABLE_BYTES + POINTS_BYTES + KEYS_BYTES + 5 * WORDS_BYTES + QUICK_BYTES;
}

/** Takes note of where everything lies. */
export function takeMemory(simulation: Simulation): void {
  normalTable = simulation.own;
  points = normalTable + TABLE_BYTES;
  keySchedule = points + POINTS_BYTES;
  words0 = keySchedule + KEYS_BYTES;
  words1 = words0 + WORDS_BYTES;
  words2 = words1 + WORDS_BYTES;
  spareWords = words2 + WORDS_BYTES;
  survivors = spareWords + WORDS_BYTES;
  quickTable = survivors + WORDS_BYTES;
  lists = simulation.lists;
  levels = simulation.levels;
  key0 = simulation.seed;
  key1 = simulation.stream;
  ownDelays = simulation.ownDelays;
  commonDelays = simulation.commonDelays;
  delayGrowth = simulation.delayGrowth;
  monthLists = simulation.monthLists;
  lastMonth = simulation.lastMonth;
  closingMonth = simulation.closingMonth;
  earlyReceipt = simulation.earlyReceipt;
  earlyCost = simulation.earlyCost;
  takeOverOutlay = simulation.takeOverOutlay;
  takeOverProceeds = simulation.takeOverProceeds;
  takeOverLeast = simulation.takeOverLeast;
  takeOverGap = simulation.takeOverGap;
}
