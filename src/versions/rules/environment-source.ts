export const source = "docs/decisions/0012-kept-resources.md";
