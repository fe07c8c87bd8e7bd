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

/** Client token of dry runs: the SDK asks for one, and a dry run makes nothing that it could apply to. */
export const clientToken = "dry-run";

/** Success of a request with `dryRun`. Source: User Guide, "Validate Image Builder resource creation with a dry run". */
const success = "DryRunOperationException";

/** All that take it. Source: as above. */
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
 * Asks Image Builder whether it would create something. The service takes `dryRun` on eight calls, and the model of the SDK knows it of two, so it is
 * put into the request after the SDK has written it: the model would drop it, and the service would create.
 *
 * @returns what is wrong; undefined where Image Builder would take it, or has it already
 * @throws UserError where the service did create it, for it did not know `dryRun`; the message says what to delete
 */
export async function refusalOf(client: ImagebuilderClient, command: CreateCommand): Promise<string | undefined> {
  // What follows is the same for all of them.
  const each = command as CreateComponentCommand;
  each.middlewareStack.add(
    (next) => async (args) => {
      const request = args.request as { body?: unknown };
      const { body } = request;
      // Nothing is sent that would be carried out.
      if (typeof body !== "string" && !(body instanceof Uint8Array))
        throw new Error("the request has no JSON in which dryRun could be written");
      const input = JSON.parse(typeof body === "string" ? body : new TextDecoder().decode(body)) as object;
      request.body = JSON.stringify({ ...input, dryRun: true });
      return next(args);
    },
    // Before the length of the body is written down.
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
