import fc from "fast-check";

/** The same draws in every run, so that a run says the same of the same code; AMC_SEED draws others. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env["AMC_SEED"] ?? 20_251_125) });
