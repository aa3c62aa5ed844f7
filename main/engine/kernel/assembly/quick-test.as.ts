import { BLOCK_PATHS } from "../generated/kernel-memory.as";
import { Words } from "./memory-access.as";
import { Quintic } from "./quintic-tables.as";
import { normalTable, QUICK_HALF, quickTable, survivors, words0 } from "./simulation-memory.as";

/** Bins of the quick test per unit of the normal scale, and where its table ends. */
const QUICK: f64 = 128;
const QUICK_END: f64 = 6.6;
/** Added to a float it leaves the nearest whole number in the low bits. */
const MAGIC: f64 = 6755399441055744.0;

/** Last word whose normal number lies below the limit; −1 where there is none. */
function lastWordBelow(limit: f64): i64 {
  let low: i64 = -1;
  let high: i64 = 0x100000000;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (Quintic.at(<u32>middle, normalTable) < limit) low = middle;
    else high = middle;
  }
  return low;
}

/** Pairs (words below this certainly clear, words above this certainly don't) for each bin of the normal scale. */
export function fillQuickTable(): void {
  for (let bin = -QUICK_HALF; bin <= QUICK_HALF; bin++) {
    const below = lastWordBelow((<f64>bin - 0.5) / QUICK - 1e-9);
    const reach = lastWordBelow((<f64>bin + 0.5) / QUICK + 1e-9);
    const at = quickTable + <usize>(bin + QUICK_HALF) * 8;
    store<u32>(at, below >= 0xffffffff ? 0xffffffff : <u32>(below + 1));
    store<u32>(at, reach < 0 ? 0 : <u32>reach, 4);
  }
}

/** Keeps the paths on which something clears: latent ≤ limit + factor of the path. Writes path numbers; returns how many. */
export function findSurvivors(limit: f64, latent: usize): usize {
  let count = survivors;
  const limits = f64x2.splat(limit);
  const top = f64x2.splat(QUICK_END);
  const bottom = f64x2.splat(-QUICK_END);
  const scale = f64x2.splat(QUICK);
  const magic = f64x2.splat(MAGIC);
  const quick = quickTable + <usize>QUICK_HALF * 8;
  for (let path: usize = 0; path < BLOCK_PATHS; path += 2) {
    const bound = v128.add<f64>(limits, v128.load(latent + (path << 3)));
    const bins = v128.add<f64>(v128.mul<f64>(v128.pmin<f64>(v128.pmax<f64>(bound, bottom), top), scale), magic);
    const at0 = quick + (i32x4.extract_lane(bins, 0) << 3);
    const at1 = quick + (i32x4.extract_lane(bins, 2) << 3);
    const word0 = Words.get(words0, path);
    const word1 = Words.get(words0, path + 1);
    const sure0 = u32(word0 < load<u32>(at0));
    let maybe0 = u32(word0 <= load<u32>(at0, 4));
    const sure1 = u32(word1 < load<u32>(at1));
    let maybe1 = u32(word1 <= load<u32>(at1, 4));
    if ((sure0 ^ maybe0) | (sure1 ^ maybe1)) {
      maybe0 = u32(Quintic.at(word0, normalTable) <= f64x2.extract_lane(bound, 0));
      maybe1 = u32(Quintic.at(word1, normalTable) <= f64x2.extract_lane(bound, 1));
    }
    store<u32>(count, <u32>path);
    count += <usize>maybe0 * 4;
    store<u32>(count, <u32>path + 1);
    count += <usize>maybe1 * 4;
  }
  return (count - survivors) >> 2;
}
