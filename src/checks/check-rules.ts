import { type Problem, uniqueBy } from "../problems/problem";
import type { CheckContext } from "./context/check-context";
import type { ProjectRule } from "./project-rule";
import { reportAnywhere, reportTo } from "./report";

/** What the rules find in a project, rule by rule. */
export function checkRules(rules: readonly ProjectRule[], context: CheckContext): Problem[] {
  return rules.flatMap((rule) => {
    if (rule.canLook?.(context.project) === false) return [];
    const problems: Problem[] = [];
    for (const recipe of context.recipes) rule.eachRecipe?.(recipe, reportTo(problems, rule, recipe.source), context);
    for (const use of [...context.componentUses.values()].flat())
      rule.eachComponentUse?.(use, reportTo(problems, rule, use.recipe.source), context);
    for (const environment of context.environments)
      rule.eachEnvironment?.(environment, reportTo(problems, rule, environment.source), context);
    rule.project?.(context, reportAnywhere(problems, rule));
    return rule.severalAtOnePlace === true
      ? problems
      : uniqueBy(problems, ({ file, line, column }) => [file, line, column].join(":"));
  });
}
