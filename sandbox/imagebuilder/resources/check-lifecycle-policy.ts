import { invalidCombination, invalidValue } from "../api-error";
import type { Fields } from "../fields";

/**
 * Checks rules for lifecycle policies that the constraints of the API do not express. Sources: API types LifecyclePolicyDetailFilter and
 * LifecyclePolicyResourceSelection; AWS CDK, aws-imagebuilder-alpha, LifecyclePolicy.
 *
 * @throws ApiError if the input breaks a rule
 */
export function checkLifecyclePolicy(input: Fields): void {
  const { recipes, tagMap } = input.resourceSelection as Fields;
  if ((recipes === undefined) === (tagMap === undefined))
    throw invalidCombination("resourceSelection takes exactly one of recipes and tagMap.");
  const details = input.policyDetails as readonly Fields[];
  const actions = details.map(({ action }) => (action as Fields).type);
  if (new Set(actions).size < actions.length)
    throw invalidValue("policyDetails", `Each action can be there once, got ${actions.join(", ")}.`);
  for (const detail of details) checkDetail(detail, input.resourceType === "CONTAINER_IMAGE");
}

function checkDetail(detail: Fields, forContainers: boolean): void {
  const action = detail.action as Fields;
  const { amis, snapshots, containers } = (action.includeResources ?? {}) as Fields;
  const exclusions = detail.exclusionRules as Fields | undefined;
  checkFilter(detail.filter as Fields, action.type);
  if (forContainers) {
    if (action.type !== "DELETE")
      throw invalidValue(
        "policyDetails",
        `A policy for CONTAINER_IMAGE takes the action DELETE, got ${String(action.type)}.`,
      );
    if (amis === true || snapshots === true)
      throw invalidCombination("A policy for CONTAINER_IMAGE does not include amis or snapshots.");
    if (exclusions?.amis !== undefined)
      throw invalidCombination("A policy for CONTAINER_IMAGE has no exclusion rules for amis.");
  } else if (containers === true) {
    throw invalidCombination("A policy for AMI_IMAGE does not include containers.");
  }
}

function checkFilter({ type, unit, retainAtLeast }: Fields, action: unknown): void {
  if (type === "COUNT" && action !== "DELETE")
    throw invalidCombination(`A filter of type COUNT goes with the action DELETE, got ${String(action)}.`);
  if (type === "AGE" && unit === undefined) throw invalidCombination("A filter of type AGE needs a unit.");
  if (type === "COUNT" && (unit !== undefined || retainAtLeast !== undefined))
    throw invalidCombination("A filter of type COUNT takes neither unit nor retainAtLeast.");
}
