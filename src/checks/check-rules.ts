import { type Problem, uniqueBy } from "../problems/problem";
import type { YamlSource } from "../problems/yaml-source";
import { type CheckContext, contextIn } from "./context/check-context";
import { volumesOf } from "./context/recipes";
import { listsOfPipelines, listsOfRecipes, type WorkflowList, workflowsIn } from "./context/workflow-lists";
import type { ProjectRule } from "./project-rule";
import { type LocalReport, reportAnywhere, reportTo } from "./report";

/** Runs the rules on a project and returns their problems, rule by rule. */
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
    const { eachRecipe, eachVolume, eachComponentUse, eachEnvironment, eachTarget, eachExpectation } = rule;
    const problems: Problem[] = [];
    const report = (source: YamlSource) => reportTo(problems, rule, source);
    for (const { view, lists, uses } of views) {
      if (eachRecipe) for (const recipe of view.recipes) eachRecipe(recipe, report(recipe.source), view);
      if (eachVolume)
        for (const use of view.recipes.flatMap(volumesOf)) eachVolume(use, report(use.recipe.source), view);
      checkLists(rule, lists, report, view);
      if (eachComponentUse) for (const use of uses) eachComponentUse(use, report(use.recipe.source), view);
    }
    for (const { environment, view, lists } of environments) {
      checkLists(rule, lists, report, view);
      eachEnvironment?.(environment, report(environment.source), view);
      if (eachTarget)
        for (const target of environment.targets)
          eachTarget({ ...target, environment }, report(environment.source), view);
    }
    if (eachExpectation)
      for (const each of context.expectations)
        eachExpectation(each, report(each.consuming.source), contextIn(each.builder.name, context));
    rule.project?.(context, reportAnywhere(problems, rule));
    // Several environments with different values check the same image: a problem that they have in common is reported once.
    return uniqueBy(problems, ({ file, line, column, message }) =>
      [file, line, column, ...(rule.severalAtOnePlace === true ? [message] : [])].join(":"),
    );
  });
}

function checkLists(
  { eachWorkflows, eachWorkflow }: ProjectRule,
  lists: readonly WorkflowList[],
  report: (source: YamlSource) => LocalReport,
  view: CheckContext,
): void {
  for (const list of lists) {
    eachWorkflows?.(list, report(list.source), view);
    if (eachWorkflow) for (const use of workflowsIn(list)) eachWorkflow(use, report(list.source), view);
  }
}
