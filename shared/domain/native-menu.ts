import { z } from "zod";

const label = z.string().min(1).max(200);

const menuItemSchema = z.object({
  kind: z.literal("item"),
  /** What the page is told when it is chosen. */
  id: z.string().min(1).max(60),
  label,
  accelerator: z.string().max(40).nullable(),
  isEnabled: z.boolean(),
  /** What the system does itself. */
  role: z.enum(["cut", "copy", "paste", "selectAll", "quit"]).nullable(),
});

const menuEntrySchema = z.discriminatedUnion("kind", [
  menuItemSchema,
  z.object({ kind: z.literal("line") }),
  z.object({ kind: z.literal("list"), label, items: z.array(menuItemSchema).max(20) }),
]);
export type MenuEntry = z.infer<typeof menuEntrySchema>;

/** The window's menu as the page has it, in its language. */
export const nativeMenuSchema = z.array(z.object({ label, entries: z.array(menuEntrySchema).max(60) })).max(10);
export type NativeMenu = z.infer<typeof nativeMenuSchema>;
