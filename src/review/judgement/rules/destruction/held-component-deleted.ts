import type { Plan } from "../../../plan/plan";
import { booleanAt, listAt, textAt } from "../../../plan/value";
import { eachChange, type PlanExample, type ReviewRule } from "../../review-rule";

const arn = "arn:aws:imagebuilder:us-east-1:123456789012:component/linux-base/1.0.0/1";

/** Returns a plan that replaces a component while the recipe that uses it stays unchanged. */
function replacing(skipDestroy: boolean): PlanExample {
  const component = "aws_imagebuilder_component";
  const recipe = "aws_imagebuilder_image_recipe";
  const held = { component: [{ component_arn: arn }] };
  return {
    resource_changes: [
      {
        address: `${component}.example`,
        type: component,
        name: "example",
        change: {
          actions: ["create", "delete"],
          before: { arn, version: "1.0.0", skip_destroy: skipDestroy },
          after: { version: "1.0.1", skip_destroy: true },
        },
      },
      {
        address: `${recipe}.example`,
        type: recipe,
        name: "example",
        change: { actions: ["no-op"], before: held, after: held },
      },
    ],
  };
}

export const heldComponentDeleted: ReviewRule = {
  code: "held-component-deleted",
  class: "destructive",
  summary:
    "A version of a component is deleted that a recipe still holds. AWS refuses that, at this apply and at every later one.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_DeleteComponent.html",
  fail: [replacing(false)],
  pass: [replacing(true)],
  find: eachChange(({ type, action, before }, { plan }) => {
    const goes = action === "delete" || action === "replace";
    if (type !== "aws_imagebuilder_component" || !goes || booleanAt(before, "skip_destroy") === true) return [];
    const held = textAt(before, "arn");
    const holders = recipesWith(held, plan);
    return holders.length === 0
      ? []
      : [`${holders.join(", ")} still holds this version; apply retainComponents: true before the text changes`];
  }),
};

/** Returns the addresses of the recipes that use a component version after the change. */
function recipesWith(arnOfVersion: string | undefined, { changes }: Plan): string[] {
  if (arnOfVersion === undefined) return [];
  return changes
    .filter(({ type }) => /^aws_imagebuilder_(image|container)_recipe$/.test(type))
    .filter(({ after }) =>
      listAt(after, "component").some((component) => textAt(component, "component_arn") === arnOfVersion),
    )
    .map(({ address }) => address);
}
