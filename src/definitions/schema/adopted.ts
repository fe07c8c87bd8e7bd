import { z } from "zod";

/** The address of a resource of this stack. It has no keys: the stack has no modules and no counts. */
const here = z
  .string()
  .regex(/^[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*$/, "the address of a resource of this stack, e.g. aws_ecr_repository.app");
/** An address in any configuration: in modules, one of several, or a whole module. */
const anywhere = z
  .string()
  .regex(
    /^(module\.[A-Za-z_][\w-]*(\[[^\]]+\])?\.)*(module\.[A-Za-z_][\w-]*(\[[^\]]+\])?|[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*(\[[^\]]+\])?)$/,
    'an address as Terraform writes it, e.g. module.images["a"].aws_iam_role.build[0]',
  );
/** Terraform takes no keys there. */
const whole = anywhere.regex(/^[^[\]]+$/, "an address without keys in brackets: all of it is removed");

/** adopted/<stack>.json: what Terraform is told of resources that exist already. */
export const adoptedSchema = z.strictObject({
  moved: z
    .array(z.strictObject({ from: anywhere, to: here }))
    .default([])
    .describe("Resources of the state that are another's in this stack."),
  removed: z
    .array(z.strictObject({ from: whole }))
    .default([])
    .describe("Resources that leave the state and stay in AWS."),
  renamed: z
    .array(z.strictObject({ from: here, to: here }))
    .default([])
    .describe(
      "Resources of this stack that have another address in Terraform than definitions give them, because the state has something else there.",
    ),
  import: z
    .array(z.strictObject({ to: here, id: z.string().min(1) }))
    .default([])
    .describe("Resources of AWS that come into the state, by the id of their type."),
});

export type Adopted = z.output<typeof adoptedSchema>;
