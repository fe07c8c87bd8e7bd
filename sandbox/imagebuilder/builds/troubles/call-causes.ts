import type { Trouble } from "./trouble";

/**
 * Calls that are refused before an image exists. Sources: AWS's agent toolkit, troubleshooting of Image Builder; IAM User Guide,
 * service-linked roles.
 */
export const callCauses: Readonly<Record<string, Trouble>> = {
  "parent-unauthorized": {
    kind: "call",
    operation: "CreateImageRecipe",
    code: "InvalidParameterValueException",
    message: "You are not authorized to use the provided image.",
  },
  "no-service-linked-role": {
    kind: "call",
    operation: "StartImagePipelineExecution",
    code: "ForbiddenException",
    message: "The caller is not authorized to perform iam:CreateServiceLinkedRole for imagebuilder.amazonaws.com.",
  },
};
