import "../desk/zod-without-eval.ts";

// A chunk of its own, so that no schema is made before the line above has run.
void import("./render-lock.tsx");
