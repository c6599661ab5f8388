import tseslint from "typescript-eslint";

/** What the compiler does not see; style is Prettier's. */
export default tseslint.config(
  { ignores: ["dist/", ".astro/", ".tangled/", "node_modules/", "public/", "test-results/", "tests/fixtures/"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.base],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports", disallowTypeAnnotations: false }],
      "prefer-const": "error",
      "no-var": "error",
      eqeqeq: ["error", "always"],
      "no-debugger": "error",
    },
  },
  // the commands of the build and the tests talk to a terminal; the page does not
  {
    files: ["src/kernel/**", "src/listing/**", "src/reader/**", "src/editor/**", "src/datasets/**", "components/**"],
    rules: { "no-console": "error" },
  },
);
