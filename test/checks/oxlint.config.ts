import { defineConfig } from "oxlint";
import { isFile, roomRules } from "./room-rules.ts";
import { rooms } from "./rooms.ts";

/** Folders first: the rule of a file that is a room of its own replaces its folder's. */
const importsOfRooms = Object.keys(rooms)
  .toSorted((one, other) => Number(isFile(one)) - Number(isFile(other)))
  .map(roomRules);

export default defineConfig({
  plugins: ["typescript", "import", "react", "jsx-a11y", "vitest", "unicorn"],
  categories: { correctness: "error", suspicious: "off" },
  ignorePatterns: ["**/dist/**", "**/node_modules/**", "**/out/**"],
  rules: {
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "off",
    "typescript/unbound-method": "off",
    "typescript/ban-ts-comment": "error",
    // A type is imported by a statement, where the rooms' rule sees it.
    "typescript/consistent-type-imports": ["error", { disallowTypeAnnotations: true }],
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "import/no-default-export": "error",
    "no-console": "error",
    "no-eval": "error",
    "no-implied-eval": "error",
    "react/no-danger": "error",
    "react/react-in-jsx-scope": "off",
    "max-lines": ["error", { max: 400, skipComments: true, skipBlankLines: true }],
    "jsx-a11y/no-autofocus": "off",
    "jsx-a11y/prefer-tag-over-role": "off",
    "vitest/expect-expect": "off",
  },
  overrides: [
    { files: ["**/*.config.ts", "**/scripts/**"], rules: { "import/no-default-export": "off", "no-console": "off" } },
    {
      files: ["**/main/engine/**"],
      rules: {
        "no-restricted-globals": ["error", "Date", "performance", "process"],
        "no-restricted-properties": ["error", { object: "Math", property: "random", message: "the engine takes its seed as an argument" }],
      },
    },
    // AssemblyScript has one kind of import.
    { files: ["**/*.as.ts"], rules: { "typescript/consistent-type-imports": "off" } },
    { files: ["**/renderer/**"], rules: { "max-lines-per-function": ["error", { max: 80, skipComments: true, skipBlankLines: true }] } },
    ...importsOfRooms,
    // Tests stand outside the house: their folders bear the rooms' names and they may look into every room.
    { files: ["**/test/**"], rules: { "no-restricted-imports": "off", "max-lines-per-function": "off", "vitest/no-conditional-tests": "off" } },
  ],
});
