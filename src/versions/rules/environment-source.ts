export const source = "docs/decisions/0012-letting-go.md";
