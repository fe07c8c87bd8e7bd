import type { Example } from "../../problems/rule";
import { withSettings } from "../example";

/** An environment with a lifecycle policy of these lines. */
export function withPolicy(...lines: readonly string[]): Example {
  return withSettings(`lifecycle:\n  old-images:\n    ${lines.join("\n    ")}\n`);
}

/** The same, with these rules of a policy for the image. */
export function withRules(...rules: readonly string[]): Example {
  return withPolicy("images: [base]", "rules:", ...rules.map((rule) => `  - ${rule}`));
}
