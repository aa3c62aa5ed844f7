import { z } from "zod";

// Before any schema is made: zod's probe for `new Function` would report a violation of the page's policy.
z.config({ jitless: true });
