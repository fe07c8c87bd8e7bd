import type { Change } from "../plan/plan";
import { allReviewRules } from "./all-review-rules";
import { type ChangeClass, changeClasses, type Finding, type JudgementContext } from "./review-rule";

/** What the rules find, the worst first. */
export function judge(context: JudgementContext): readonly Finding[] {
  const found = allReviewRules.flatMap((rule) =>
    rule.find(context).map((each): Finding => ({
      ...each,
      code: rule.code,
      class: rule.class ?? "attention",
      drifted: context.drifted,
    })),
  );
  return found.sort((a, b) => changeClasses.indexOf(b.class) - changeClasses.indexOf(a.class));
}

/** Types of which every version is a resource of its own; a new one is what builds an image anew. */
const versioned = /^aws_imagebuilder_(component|workflow|image_recipe|container_recipe|image)$/;

/** How much a change matters: what was found of it or, with nothing found, what it is. */
export function classOf(change: Change, found: readonly Finding[]): ChangeClass {
  if (found.length > 0) return worst(found.map((finding) => finding.class));
  if (change.action === "none")
    return change.movedFrom === undefined && change.imported === undefined ? "none" : "routine";
  if (change.action === "read") return "none";
  return versioned.test(change.type) && change.action !== "update" ? "rebuild" : "routine";
}

export function worst(classes: readonly ChangeClass[]): ChangeClass {
  return changeClasses[Math.max(0, ...classes.map((each) => changeClasses.indexOf(each)))] ?? "none";
}
