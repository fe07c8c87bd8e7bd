import type { Example } from "../../problems/rule";

/** Returns an environment whose image has a schedule with these lines. */
export function withSchedule(...lines: readonly string[]): Example {
  const schedule = lines.map((line) => `      ${line}\n`).join("");
  return {
    "environments/dev.yaml": `account: "123456789012"\nregion: us-east-1\nimages:\n  base:\n    schedule: \n${schedule}`,
  };
}
