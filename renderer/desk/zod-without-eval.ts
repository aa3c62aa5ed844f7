declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

// zod takes this object as its configuration when it is loaded. Its probe for `new Function` would break the page's policy,
// and runs as soon as a schema is made: importing zod to call `z.config` is too late once a bundler splits chunks.
globalThis.__zod_globalConfig = { jitless: true };

export {};
