import { z } from "zod";

/**
 * Names of channels, which become labels of SSM parameters.
 *
 * Source: Systems Manager API Reference, LabelParameterVersion: at most 10 labels a version, up to 100 letters, digits and . - _, not
 * starting with a digit, `aws` or `ssm`.
 */
export const channels = z
  .array(
    z
      .string()
      .regex(
        /^(?!aws|ssm)[a-z_][a-z0-9_.-]{0,99}$/i,
        "the name of a channel: 1 to 100 letters, digits and . - _, not starting with a digit, aws or ssm",
      ),
  )
  .max(10)
  .superRefine((names, context) => {
    for (const [index, name] of names.entries())
      if (names.indexOf(name) < index)
        context.addIssue({ code: "custom", path: [index], message: `another channel: "${name}" is listed already` });
  });
