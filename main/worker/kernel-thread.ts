import { workerData } from "node:worker_threads";
import { type HelperData, helpKernels } from "../threads/kernel-threads.ts";

// Started by startKernelThreads, whose data this is.
helpKernels(workerData as HelperData);
