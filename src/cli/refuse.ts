import type { Problem } from "../problems/problem";
/** temporary */
export function lines(problems: readonly Problem[]): string {
  return problems.map((p) => `${p.file}:${p.line}:${p.column} ${p.code} ${p.message}\n    ${p.fix}`).join("\n");
}
