import { type Problem, uniqueBy } from "../problems/problem";
import { type CheckContext, contextIn } from "./context/check-context";
import { listsOfPipelines, listsOfRecipes } from "./context/workflow-lists";
import type { ProjectRule } from "./project-rule";
import { reportAnywhere, reportTo } from "./report";

/** What the rules find in a project, rule by rule. */
export function checkRules(rules: readonly ProjectRule[], context: CheckContext): Problem[] {
  return rules.flatMap((rule) => {
    if (rule.canLook?.(context.project) === false) return [];
    const problems: Problem[] = [];
    for (const each of [context, ...context.variants.values()]) {
      for (const recipe of each.recipes) rule.eachRecipe?.(recipe, reportTo(problems, rule, recipe.source), each);
      for (const list of listsOfRecipes(each)) rule.eachWorkflows?.(list, reportTo(problems, rule, list.source), each);
      for (const use of [...each.componentUses.values()].flat())
        rule.eachComponentUse?.(use, reportTo(problems, rule, use.recipe.source), each);
    }
    for (const environment of context.environments) {
      const seen = contextIn(environment.name, context);
      for (const list of listsOfPipelines(environment))
        rule.eachWorkflows?.(list, reportTo(problems, rule, list.source), seen);
      rule.eachEnvironment?.(environment, reportTo(problems, rule, environment.source), seen);
    }
    rule.project?.(context, reportAnywhere(problems, rule));
    // Environments with values of their own see the same image; what they find in common is said once.
    return uniqueBy(problems, ({ file, line, column, message }) =>
      [file, line, column, ...(rule.severalAtOnePlace === true ? [message] : [])].join(":"),
    );
  });
}
