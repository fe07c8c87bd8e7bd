import jest from "eslint-plugin-jest";
import sorted from "eslint-plugin-simple-import-sort";
import tseslint from "typescript-eslint";

import { plugin, rooms } from "./scripts/eslint-rooms.mjs";

/** CDKTF is archived, so only these rooms may import it: moving to its fork then changes few files. See docs/decisions/0001. */
const cdktf = {
  group: ["cdktf", "cdktf/**", "constructs", "@cdktf/**"],
  message: "Only src/constructs, stacks/ and main.ts know CDKTF (docs/decisions/0001-cdktf.md).",
};
const awsSdk = {
  group: ["@aws-sdk/**"],
  message: "Only src/operations talks to AWS (docs/decisions/0017-operations.md).",
};
const providerBarrel = {
  name: "@cdktf/provider-aws",
  message:
    "Import one resource from its own path, e.g. @cdktf/provider-aws/lib/s3-bucket: the barrel loads 20 times slower.",
};
const noProcessEnv = {
  object: "process",
  property: "env",
  message: "The environment is read in the entry points alone: src/cli/main.ts and stacks/app.ts.",
};

const libraries = { cdktf, "aws-sdk": awsSdk };
/** Files in which programs start. */
const entryPoints = ["src/cli/main.ts", "stacks/app.ts"];

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", "cdktf.out/", "coverage/", ".stryker/", ".terraform/"] },
  {
    plugins: { sorted },
    rules: { "sorted/imports": "error" },
  },
  {
    files: ["**/*.ts", "**/*.mts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
  },
  {
    files: ["**/*.ts", "**/*.mts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-shadow": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: "error",
      "no-restricted-imports": ["error", { paths: [providerBarrel] }],
    },
  },
  {
    files: ["src/**/*.ts", "stacks/**/*.ts", "sandbox/**/*.ts"],
    plugins: { rooms: plugin },
    rules: { "rooms/order": "error" },
  },
  ...rooms.map(({ path, libraries: known = [] }) => ({
    files: [`${path}/**/*.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [providerBarrel],
          patterns: Object.entries(libraries).flatMap(([name, pattern]) => (known.includes(name) ? [] : [pattern])),
        },
      ],
    },
  })),
  {
    files: ["src/**/*.ts", "stacks/**/*.ts", "sandbox/**/*.ts"],
    ignores: entryPoints,
    rules: { "no-restricted-properties": ["error", noProcessEnv] },
  },
  {
    files: ["src/constructs/**/*.ts"],
    // A construct does its work in its constructor; naming the object would only add an unused variable.
    rules: { "@typescript-eslint/no-unused-expressions": "off" },
  },
  {
    files: ["__tests__/**/*.ts"],
    extends: [jest.configs["flat/recommended"]],
    rules: {
      "jest/expect-expect": ["error", { assertFunctionNames: ["expect", "expect*", "fc.assert"] }],
      "jest/no-conditional-expect": "error",
    },
  },
  {
    // Unit tests share the modules of their worker, so a hook outside of a test file would run only for the first file.
    files: ["__tests__/**/*.ts"],
    ignores: ["__tests__/**/*.test.ts", "__tests__/end-to-end/**"],
    rules: { "no-restricted-globals": ["error", "afterAll", "afterEach", "beforeAll", "beforeEach"] },
  },
);
