import { type Json, member, objectOf } from "../../review/plan/json";

/** One resource of a synthesised stack. */
export interface StackResource {
  /** `aws_iam_role.build` */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  /** Arguments, as Terraform names them; texts hold references such as `${aws_iam_role.build.name}`. */
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** What a stack's cdk.tf.json makes. */
export function resourcesOfStack(stack: Json): StackResource[] {
  return Object.entries(objectOf(member(stack, "resource"))).flatMap(([type, resources]) =>
    Object.entries(objectOf(resources)).map(([name, given]) => ({
      address: `${type}.${name}`,
      type,
      name,
      arguments: objectOf(given),
    })),
  );
}
