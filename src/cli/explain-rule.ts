import type { Rule } from "../problems/rule";
import { nearest } from "../problems/suggest";
import { ruleText } from "./rule-text";
import { UsageError } from "./usage-error";

/**
 * One rule in full, as its page in docs/rules has it.
 *
 * @throws UsageError where no rule has this code
 */
export function explainRule(code: string, rules: readonly Rule[]): string {
  const rule = rules.find((each) => each.code === code || each.formerly?.includes(code) === true);
  if (rule !== undefined) return ruleText(rule);
  const near = nearest(
    code,
    rules.map((each) => each.code),
  );
  const hint = near === undefined ? "docs/rules/README.md lists them all" : `did you mean "${near}"?`;
  throw new UsageError(`there is no rule "${code}"; ${hint}`);
}
