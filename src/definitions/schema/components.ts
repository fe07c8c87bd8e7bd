import { z } from "zod";

import type { ComponentReference } from "../../model/component-reference";
import { arn, parametersOf, versionReference } from "./common";
import { exactlyOne, noneGiven } from "./exactly-one";

const writtenReference = z
  .strictObject({
    component: z
      .string()
      .optional()
      .describe(
        "A document of this project: its path below components/, without .yaml. With the prefix `golden:`, a document of this package, e.g. `golden:linux/update-os`.",
      ),
    aws: z
      .string()
      .regex(/^[a-z0-9-]+$/, "the name of an AWS-managed component: lower-case letters, digits and hyphens")
      .optional()
      .describe("An AWS-managed component, by name."),
    arn: arn.optional().describe("Any component, by ARN."),
    version: versionReference("1.0.2, 1.0.x or x.x.x")
      .optional()
      .describe(
        "Version of the AWS-managed component. For a document, an earlier version from versions.lock.json; this needs `retainComponents`. Default: x.x.x, the newest; for a document, the version of its text.",
      ),
    parameters: parametersOf("component")
      .optional()
      .describe("Values for the parameters that the component declares, as text. Default: those that it declares."),
  })
  .superRefine(exactlyOne("component", "aws", "arn"))
  .refine(({ component, version = "" }) => component === undefined || !version.includes("x"), {
    path: ["version"],
    message: "a document of this project has a version of three numbers here",
    params: { fix: "write one of versions.lock.json, e.g. 1.0.2, or remove it" },
  })
  .describe("A component with settings: exactly one of `component`, `aws` and `arn`.");

function componentReference(written: string | z.output<typeof writtenReference>): ComponentReference {
  if (typeof written === "string") return { from: "project", document: written, parameters: {} };
  const { component, aws, arn: given, version, parameters: values = {} } = written;
  if (component !== undefined) return { from: "project", document: component, version, parameters: values };
  if (aws !== undefined)
    return { from: "aws", type: "component", name: aws, version: version ?? "x.x.x", parameters: values };
  if (given !== undefined) return { from: "arn", arn: given, parameters: values };
  return noneGiven();
}

/** Components of an image or container recipe. */
export const components = z
  .array(
    z
      .union([z.string().describe("A document of this project, as in `component`."), writtenReference])
      .transform(componentReference),
  )
  .min(1)
  .describe(
    "What runs on the build instance, in order: each is the path of a document below components/, or a mapping with exactly one of `component`, `aws` and `arn`.",
  );

/** A component in the form in which a definition contains it. */
export type WrittenComponent = z.input<typeof components>[number];
