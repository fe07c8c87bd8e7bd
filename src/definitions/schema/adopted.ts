import { z } from "zod";

/** The address of a resource in this stack. It has no index, because the stack has neither modules nor `count`. */
const here = z
  .string()
  .regex(/^[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*$/, "the address of a resource of this stack, e.g. aws_ecr_repository.app");
/** An address in any configuration: also in modules, with an index, or of a whole module. */
const anywhere = z
  .string()
  .regex(
    /^(module\.[A-Za-z_][\w-]*(\[[^\]]+\])?\.)*(module\.[A-Za-z_][\w-]*(\[[^\]]+\])?|[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*(\[[^\]]+\])?)$/,
    'an address as Terraform writes it, e.g. module.images["a"].aws_iam_role.build[0]',
  );
/** An address without indexes, which `removed` blocks of Terraform do not allow. */
const whole = anywhere.regex(/^[^[\]]+$/, "an address without keys in brackets: all of it is removed");

/** Schema of adopted/<stack>.json: `moved`, `removed` and `import` blocks, and addresses that differ from the generated ones. */
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
    .array(
      z.strictObject({ from: here, to: here }).superRefine(({ from, to }, context) => {
        const [type = ""] = from.split(".");
        if (to.startsWith(`${type}.`)) return;
        context.addIssue({
          code: "custom",
          path: ["to"],
          message: `"${to}" has another type than "${from}"`,
          params: { fix: `write an address that begins with "${type}."` },
        });
      }),
    )
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
