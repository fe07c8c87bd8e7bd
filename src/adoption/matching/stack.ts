import { arrayOf, type Json, objectOf, stringOf } from "../../review/plan/json";

export interface StackResource {
  /** For example `aws_iam_role.build`. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  /** Region of the provider configuration. Undefined if the stack does not set it. */
  readonly region?: string;
  /** Arguments by their names in Terraform. Texts can contain references such as `${aws_iam_role.build.name}`. */
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** Lists the resources in the cdk.tf.json of a stack. */
export function resourcesOfStack(stack: Json): StackResource[] {
  const regions = regionsOfProviders(stack);
  return Object.entries(objectOf(stack, "resource")).flatMap(([type, resources]) =>
    Object.entries(objectOf(resources)).map(([name, given]) => ({
      address: `${type}.${name}`,
      type,
      name,
      region: regions.get(stringOf(given, "provider") ?? "aws"),
      arguments: objectOf(given),
    })),
  );
}

/** Returns the region of each provider configuration, by its name in resources: `aws` or `aws.<alias>`. */
function regionsOfProviders(stack: Json): ReadonlyMap<string, string> {
  return new Map(
    arrayOf(stack, "provider", "aws").flatMap((provider) => {
      const [alias, region] = [stringOf(provider, "alias"), stringOf(provider, "region")];
      return region === undefined ? [] : [[alias === undefined ? "aws" : `aws.${alias}`, region] as const];
    }),
  );
}
