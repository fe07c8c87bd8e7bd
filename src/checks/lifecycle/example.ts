import type { Example } from "../../problems/rule";
import { withSettings } from "../example";

/** Returns an environment with a lifecycle policy that has these lines. */
export function withPolicy(...lines: readonly string[]): Example {
  return withSettings(`lifecycle:\n  old-images:\n    ${lines.join("\n    ")}\n`);
}

/** Returns an environment with a lifecycle policy for the image that has these rules. */
export function withRules(...rules: readonly string[]): Example {
  return withPolicy("images: [base]", "rules:", ...rules.map((rule) => `  - ${rule}`));
}
