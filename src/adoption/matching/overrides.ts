import { at, isObject, type Value } from "../../review/plan/value";
import { differencesIn } from "./compare";
import type { Matching } from "./match";
import { resolved } from "./resolve";
import type { StackResource } from "./stack";

/** Arguments by address, as `overrides` of an environment takes them. */
export type Overrides = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Arguments that can be changed in place, and that no key of a definition says for the resource alone. A description of a component is not among them:
 * it is ignored.
 */
export const keptArguments: Readonly<Record<string, readonly string[]>> = {
  aws_ecr_repository: ["image_scanning_configuration", "tags"],
  aws_iam_instance_profile: ["tags"],
  aws_iam_role: ["description", "tags"],
  aws_imagebuilder_component: ["tags"],
  aws_imagebuilder_container_recipe: ["tags"],
  aws_imagebuilder_distribution_configuration: ["description", "tags"],
  aws_imagebuilder_image_pipeline: ["description", "tags"],
  aws_imagebuilder_image_recipe: ["tags"],
  aws_imagebuilder_infrastructure_configuration: ["description", "tags"],
  aws_imagebuilder_lifecycle_policy: ["tags"],
  aws_imagebuilder_workflow: ["tags"],
  aws_s3_bucket: ["tags"],
  aws_sns_topic: ["tags"],
};

/** What keeps resources as the state has them, where a plan would change them in passing. */
export function overridesFor(resources: readonly StackResource[], { found }: Matching): Overrides {
  return Object.fromEntries(
    resources.flatMap(({ address, type, arguments: given }) => {
      const instance = found.get(address);
      if (instance === undefined) return [];
      const asked = resolved(given, found);
      const differing = differencesIn(keptArguments[type] ?? [], asked, instance.attributes);
      if (differing.length === 0) return [];
      const values = differing.map(({ argument }) => [
        argument,
        override(at(asked, argument), at(instance.attributes, argument)),
      ]);
      return [[address, Object.fromEntries(values) as Record<string, unknown>]];
    }),
  );
}

/** A map is merged into what is there, so what is only there is taken away by name. */
function override(asked: Value, state: Value): unknown {
  if (!isObject(state)) return state === "" ? null : literals(state);
  const gone = isObject(asked) ? Object.keys(asked).filter((key) => !(key in state)) : [];
  return { ...(literals(state) as object), ...Object.fromEntries(gone.map((key) => [key, null])) };
}

/** Texts of Terraform's JSON are templates. */
function literals(value: Value): unknown {
  if (typeof value === "string") return value.replace(/([$%])\{/g, "$1$1{");
  if (Array.isArray(value)) return (value as readonly Value[]).map(literals);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, literals(each)]));
}
