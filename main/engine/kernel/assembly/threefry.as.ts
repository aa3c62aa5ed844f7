import { BLOCK_PATHS } from "../generated/kernel-memory.as";
import { key0, key1, keySchedule } from "./simulation-memory.as";

/** Key words of four rounds: one vector for each word. */
const KEY_PAIR: usize = 32;
const LAST_PAIR: usize = 4 * KEY_PAIR;

class Threefry {
  /** What a round makes of the second word, once the first has taken the sum. */
  @inline
  static mix(x1: v128, x0: v128, by: i32): v128 {
    return v128.xor(v128.or(v128.shl<u32>(x1, by), v128.shr<u32>(x1, 32 - by)), x0);
  }
}

function scheduleKey(group: usize, first: u32, second: u32): void {
  v128.store(keySchedule + group * KEY_PAIR, i32x4.splat(first));
  v128.store(keySchedule + group * KEY_PAIR, i32x4.splat(second), 16);
}

/** What is added to both words after each four rounds, for the key as it is. */
export function scheduleKeys(): void {
  const key2 = key0 ^ key1 ^ 0x1bd11bda;
  scheduleKey(0, key1, key2 + 1);
  scheduleKey(1, key2, key0 + 2);
  scheduleKey(2, key0, key1 + 3);
  scheduleKey(3, key1, key2 + 4);
  scheduleKey(4, key2, key0 + 5);
}

/**
 * Threefry-2x32 with 20 rounds: both words of one counter for the paths of a block. Two vectors of four paths at a time,
 * x and y, so that a processor need not wait for one of them.
 */
export function drawWords(counter: u32, firstPath: u32, out0: usize, out1: usize): void {
  const start = i32x4.splat(counter + key0);
  const step = i32x4.splat(4);
  let path = v128.add<u32>(i32x4.splat(firstPath + key1), i32x4(0, 1, 2, 3));
  for (let at: usize = 0; at < BLOCK_PATHS * 4; at += 32) {
    let x0 = start;
    let y0 = start;
    let x1 = path;
    let y1 = v128.add<u32>(path, step);
    path = v128.add<u32>(y1, step);
    for (let key = keySchedule; ; key += 2 * KEY_PAIR) {
      x0 = v128.add<u32>(x0, x1);
      y0 = v128.add<u32>(y0, y1);
      x1 = Threefry.mix(x1, x0, 13);
      y1 = Threefry.mix(y1, y0, 13);
      x0 = v128.add<u32>(x0, x1);
      y0 = v128.add<u32>(y0, y1);
      x1 = Threefry.mix(x1, x0, 15);
      y1 = Threefry.mix(y1, y0, 15);
      x0 = v128.add<u32>(x0, x1);
      y0 = v128.add<u32>(y0, y1);
      x1 = Threefry.mix(x1, x0, 26);
      y1 = Threefry.mix(y1, y0, 26);
      x0 = v128.add<u32>(x0, x1);
      y0 = v128.add<u32>(y0, y1);
      x1 = Threefry.mix(x1, x0, 6);
      y1 = Threefry.mix(y1, y0, 6);
      x0 = v128.add<u32>(x0, v128.load(key));
      y0 = v128.add<u32>(y0, v128.load(key));
      x1 = v128.add<u32>(x1, v128.load(key, 16));
      y1 = v128.add<u32>(y1, v128.load(key, 16));
      if (key == keySchedule + LAST_PAIR) break;
      x0 = v128.add<u32>(x0, x1);
      y0 = v128.add<u32>(y0, y1);
      x1 = Threefry.mix(x1, x0, 17);
      y1 = Threefry.mix(y1, y0, 17);
      x0 = v128.add<u32>(x0, x1);
      y0 = v128.add<u32>(y0, y1);
      x1 = Threefry.mix(x1, x0, 29);
      y1 = Threefry.mix(y1, y0, 29);
      x0 = v128.add<u32>(x0, x1);
      y0 = v128.add<u32>(y0, y1);
      x1 = Threefry.mix(x1, x0, 16);
      y1 = Threefry.mix(y1, y0, 16);
      x0 = v128.add<u32>(x0, x1);
      y0 = v128.add<u32>(y0, y1);
      x1 = Threefry.mix(x1, x0, 24);
      y1 = Threefry.mix(y1, y0, 24);
      x0 = v128.add<u32>(x0, v128.load(key, KEY_PAIR));
      y0 = v128.add<u32>(y0, v128.load(key, KEY_PAIR));
      x1 = v128.add<u32>(x1, v128.load(key, KEY_PAIR + 16));
      y1 = v128.add<u32>(y1, v128.load(key, KEY_PAIR + 16));
    }
    v128.store(out0 + at, x0);
    v128.store(out1 + at, x1);
    v128.store(out0 + at, y0, 16);
    v128.store(out1 + at, y1, 16);
  }
}
