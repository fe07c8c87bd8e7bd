import type {
  CreateComponentCommand,
  CreateContainerRecipeCommand,
  CreateDistributionConfigurationCommand,
  CreateImagePipelineCommand,
  CreateImageRecipeCommand,
  CreateInfrastructureConfigurationCommand,
  CreateLifecyclePolicyCommand,
  CreateWorkflowCommand,
  ImagebuilderClient,
} from "@aws-sdk/client-imagebuilder";

import { UserError } from "../../files/user-error";
import { explainTrouble, troubleOf } from "./trouble";

/** Client token of dry runs. The SDK requires one, but a dry run creates nothing to which it could apply. */
export const clientToken = "dry-run";

/** Name of the error with which a successful dry run answers. Source: User Guide, "Validate Image Builder resource creation with a dry run". */
const success = "DryRunOperationException";

/** All commands that support `dryRun`. Source: as for {@link success}. */
export type CreateCommand =
  | CreateComponentCommand
  | CreateContainerRecipeCommand
  | CreateDistributionConfigurationCommand
  | CreateImagePipelineCommand
  | CreateImageRecipeCommand
  | CreateInfrastructureConfigurationCommand
  | CreateLifecyclePolicyCommand
  | CreateWorkflowCommand;

/**
 * Asks Image Builder whether it would create a resource. The service accepts `dryRun` on eight calls, but the model of the SDK has it on only two and
 * drops it from all other requests, which would create the resource. So `dryRun` is added after the SDK has serialized the request.
 *
 * @returns why Image Builder would refuse the request; undefined if it would accept it, or if the resource already exists
 * @throws UserError if the service did not know `dryRun` and created the resource; the message says what to delete
 */
export async function refusalOf(client: ImagebuilderClient, command: CreateCommand): Promise<string | undefined> {
  // The code below does not depend on the type of the command.
  const each = command as CreateComponentCommand;
  each.middlewareStack.add(
    (next) => async (args) => {
      const request = args.request as { body?: unknown };
      const { body } = request;
      // Never send a request without dryRun: it would create the resource.
      if (typeof body !== "string" && !(body instanceof Uint8Array))
        throw new Error("the request has no JSON in which dryRun could be written");
      const input = JSON.parse(typeof body === "string" ? body : new TextDecoder().decode(body)) as object;
      request.body = JSON.stringify({ ...input, dryRun: true });
      return next(args);
    },
    // Before the SDK calculates the length of the body.
    { step: "build", priority: "high", name: "dryRun" },
  );
  try {
    const answer = await client.send(each);
    const [arn = "something"] = Object.entries(answer).flatMap(([name, value]) =>
      name.endsWith("Arn") ? [value as string] : [],
    );
    throw new UserError(`Image Builder ignored dryRun and created ${arn}; delete it, and leave out --account`);
  } catch (error) {
    const trouble = troubleOf(error);
    const name = error instanceof Error ? error.name : "";
    if (name === success || /AlreadyExists|ResourceInUse/.test(name)) return undefined;
    if (trouble === undefined || trouble === "passing" || trouble === "credentials") throw error;
    return explainTrouble(error);
  }
}
