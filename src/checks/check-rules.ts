import { type Problem, uniqueBy } from "../problems/problem";
import { type CheckContext, contextIn } from "./context/check-context";
import { listsOfPipelines, listsOfRecipes } from "./context/workflow-lists";
import type { YamlSource } from "../problems/yaml-source";
import type { ProjectRule } from "./project-rule";
import { reportAnywhere, reportTo } from "./report";

/** What the rules find in a project, rule by rule. */
export function checkRules(rules: readonly ProjectRule[], context: CheckContext): Problem[] {
  const views = [context, ...context.variants.values()].map((view) => ({
    view,
    lists: listsOfRecipes(view),
    uses: [...view.componentUses.values()].flat(),
  }));
  const environments = context.environments.map((environment) => ({
    environment,
    view: contextIn(environment.name, context),
    lists: listsOfPipelines(environment),
  }));
  return rules.flatMap((rule) => {
    if (rule.canLook?.(context.project) === false) return [];
    const { eachRecipe, eachWorkflows, eachComponentUse, eachEnvironment } = rule;
    const problems: Problem[] = [];
    const report = (source: YamlSource) => reportTo(problems, rule, source);
    for (const { view, lists, uses } of views) {
      if (eachRecipe) for (const recipe of view.recipes) eachRecipe(recipe, report(recipe.source), view);
      if (eachWorkflows) for (const list of lists) eachWorkflows(list, report(list.source), view);
      if (eachComponentUse) for (const use of uses) eachComponentUse(use, report(use.recipe.source), view);
    }
    for (const { environment, view, lists } of environments) {
      if (eachWorkflows) for (const list of lists) eachWorkflows(list, report(list.source), view);
      eachEnvironment?.(environment, report(environment.source), view);
    }
    rule.project?.(context, reportAnywhere(problems, rule));
    // Environments with values of their own see the same image; what they find in common is said once.
    return uniqueBy(problems, ({ file, line, column, message }) =>
      [file, line, column, ...(rule.severalAtOnePlace === true ? [message] : [])].join(":"),
    );
  });
}
