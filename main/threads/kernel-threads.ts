import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { KernelMemory } from "../engine/kernel/kernel-module.ts";
import type { KernelTeam, KernelWork } from "../engine/kernel/kernel-team.ts";
import { alone, doPart } from "../engine/kernel/pricing-kernel.ts";

/** Words that the threads share. Parts are taken by counting `left` down; who takes one reads the work afterwards. */
const word = { call: 0, left: 1, done: 2, memory: 3, kernel: 4, first: 5, second: 6, partCount: 7, scratch: 8 } as const;
const WORDS = 16;
const kernels = ["priceChunk", "payItems", "sweepPart"] as const;
/** A part takes milliseconds; a thread that has not done its part by then has died. */
const GIVE_UP_MS = 60_000;

/** What a helping thread is started with. */
export interface HelperData {
  readonly control: Int32Array;
  readonly memories: MessagePort;
  readonly thread: number;
}

interface SentMemory {
  readonly number: number;
  readonly memory: KernelMemory;
}

/**
 * Threads that share kernel work over shared memory. They wait on a word of it, so that a call costs microseconds, and
 * end with the thread that started them.
 * @param helperFile entry that calls `helpKernels` with its `workerData`
 */
export function startKernelThreads(helperFile: URL, threadCount: number): KernelTeam {
  const control = new Int32Array(new SharedArrayBuffer(4 * WORDS));
  const ports: MessagePort[] = [];
  for (let thread = 1; thread < threadCount; thread++) {
    const { port1, port2 } = new MessageChannel();
    const workerData: HelperData = { control, memories: port2, thread };
    new Worker(helperFile, { workerData, transferList: [port2] }).unref();
    port1.unref();
    ports.push(port1);
  }
  let sent: SentMemory = { number: 0, memory: { buffer: new SharedArrayBuffer(0), grow: () => 0 } };
  const run = (work: KernelWork): void => {
    if (work.memory !== sent.memory) {
      sent = { number: sent.number + 1, memory: work.memory };
      for (const port of ports) port.postMessage(sent);
    }
    control.set([sent.number, kernels.indexOf(work.kernel), ...work.addresses, work.partCount, work.scratch], word.memory);
    Atomics.store(control, word.done, 0);
    Atomics.store(control, word.left, work.partCount);
    Atomics.add(control, word.call, 1);
    Atomics.notify(control, word.call);
    takeParts(control, 0, () => work.memory);
    for (let done = Atomics.load(control, word.done); done < work.partCount; done = Atomics.load(control, word.done)) {
      if (Atomics.wait(control, word.done, done, GIVE_UP_MS) === "timed-out") throw new Error("a kernel thread does not answer");
    }
  };
  return { threadCount, run };
}

/** Loans from which a second thread saves more than it costs. */
const SHARED_FROM_LOANS = 100_000;

/** The team for a package: one helping thread for large ones, started once it is needed. */
export function kernelTeams(helperFile: URL): (loanCount: number) => KernelTeam {
  let team: KernelTeam | null = null;
  return (loanCount) => (loanCount < SHARED_FROM_LOANS ? alone : (team ??= startKernelThreads(helperFile, 2)));
}

/** Takes parts until none is left. Late threads find none and change nothing. */
function takeParts(control: Int32Array, thread: number, memoryOf: (number: number) => KernelMemory): void {
  for (let left = Atomics.sub(control, word.left, 1); left > 0; left = Atomics.sub(control, word.left, 1)) {
    const at = (index: number): number => Atomics.load(control, index);
    const partCount = at(word.partCount);
    const work: KernelWork = {
      memory: memoryOf(at(word.memory)),
      kernel: kernels[at(word.kernel)] ?? "priceChunk",
      addresses: [at(word.first), at(word.second)],
      partCount,
      scratch: at(word.scratch),
    };
    doPart(work, partCount - left, thread);
    if (Atomics.add(control, word.done, 1) + 1 === partCount) Atomics.notify(control, word.done);
  }
}

/** The life of a helping thread: it never returns, and is ended from outside. */
export function helpKernels({ control, memories, thread }: HelperData): never {
  let known: SentMemory | null = null;
  const memoryOf = (number: number): KernelMemory => {
    while (known?.number !== number) known = (receiveMessageOnPort(memories)?.message as SentMemory | undefined) ?? known;
    return known.memory;
  };
  for (let seen = 0; ; ) {
    takeParts(control, thread, memoryOf);
    Atomics.wait(control, word.call, seen);
    seen = Atomics.load(control, word.call);
  }
}
