import { arrayOf, type Json, objectOf, stringOf } from "../../review/plan/json";

export interface StackResource {
  /** `aws_iam_role.build` */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  /** That of its provider; undefined where the stack says none. */
  readonly region?: string;
  /** Arguments, as Terraform names them; texts hold references such as `${aws_iam_role.build.name}`. */
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** What a stack's cdk.tf.json makes. */
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

/** By what a resource calls its provider: `aws`, or `aws.<alias>`. */
function regionsOfProviders(stack: Json): ReadonlyMap<string, string> {
  return new Map(
    arrayOf(stack, "provider", "aws").flatMap((provider) => {
      const [alias, region] = [stringOf(provider, "alias"), stringOf(provider, "region")];
      return region === undefined ? [] : [[alias === undefined ? "aws" : `aws.${alias}`, region] as const];
    }),
  );
}
