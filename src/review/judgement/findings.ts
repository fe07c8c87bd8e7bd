import type { Change } from "../plan/plan";
import { allReviewRules } from "./all-review-rules";
import { type ChangeClass, changeClasses, type Finding, type JudgementContext } from "./review-rule";

/** Runs all review rules and returns their findings. */
export function findingsOf(context: JudgementContext): readonly Finding[] {
  return allReviewRules.flatMap((rule) =>
    rule.find(context).map((each): Finding => ({
      ...each,
      code: rule.code,
      class: rule.class ?? "attention",
      drifted: context.drifted,
    })),
  );
}

/** Types whose every version is a separate resource. A new version means that an image is rebuilt. */
const versioned = /^aws_imagebuilder_(component|workflow|image_recipe|container_recipe|image)$/;

/** Returns the class of a change: the worst class of its findings or, without findings, a class by its action and type. */
export function classOf(change: Change, found: readonly Finding[]): ChangeClass {
  if (found.length > 0) return worst(found.map((finding) => finding.class));
  if (change.action === "none")
    return change.movedFrom === undefined && change.imported === undefined ? "none" : "routine";
  if (change.action === "read") return "none";
  return versioned.test(change.type) && change.action !== "update" ? "rebuild" : "routine";
}

/** Returns the most severe of several classes; `none` if there are none. */
export function worst(classes: readonly ChangeClass[]): ChangeClass {
  return changeClasses[Math.max(0, ...classes.map((each) => changeClasses.indexOf(each)))] ?? "none";
}
