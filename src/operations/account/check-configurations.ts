import {
  CreateContainerRecipeCommand,
  CreateDistributionConfigurationCommand,
  CreateImagePipelineCommand,
  CreateImageRecipeCommand,
  CreateInfrastructureConfigurationCommand,
  CreateLifecyclePolicyCommand,
} from "@aws-sdk/client-imagebuilder";

import { maxInlineDocument } from "../../aws/limits";
import { counted } from "../../collections/counted";
import { type Built, builtIn, settingsOf } from "../../factory/built";
import type { YamlPath } from "../../problems/yaml-source";
import { clientToken, type CreateCommand, refusalOf } from "../aws/dry-run";
import { deployedPipeline } from "../builds/start-build";
import type { AccountCheck } from "./account-check";
import { distributionRequest } from "./requests/distribution";
import { infrastructureRequest } from "./requests/infrastructure";
import { lifecycleRequest } from "./requests/lifecycle";
import { pipelineRequest } from "./requests/pipeline";
import { componentsThatExist, containerRecipeRequest, imageRecipeRequest } from "./requests/recipes";

interface Question {
  readonly type: string;
  readonly name: string;
  readonly command: CreateCommand;
  /** Path of the value in the environment that the question is about. */
  readonly path: YamlPath;
}

/**
 * Asks Image Builder whether it would accept the recipes, configurations, lifecycle policies and pipelines, if all that they name exists
 * before the deployment: docs/decisions/0017-operations.md. One note lists the pipelines about which it cannot be asked yet.
 */
export async function checkConfigurations(check: AccountCheck): Promise<void> {
  const { pipelines, missing } = await deployedPipelines(check);
  for (const { type, name, command, path } of [...questions(check), ...pipelines]) {
    const refused = await refusalOf(check.connection.imageBuilder, command);
    if (refused !== undefined)
      check.inEnvironment(path, {
        code: `account-${type.replaceAll(" ", "-")}-refused`,
        message: `Image Builder would refuse ${type} "${name}": ${refused}`,
        fix: "change what the message names",
      });
  }
  if (missing.length > 0)
    check.inEnvironment([], {
      code: "account-pipeline-later",
      severity: "note",
      message: `Image Builder was not asked about ${counted(missing.length, "pipeline")} that ${missing.length === 1 ? "is" : "are"} not deployed yet: ${missing.join(", ")}`,
      fix: "check again after the first deployment: a pipeline has to name a recipe and configurations that exist",
    });
}

/** Returns questions about the deployed pipelines, and the names of the pipelines that are not deployed. */
async function deployedPipelines({ connection, factory }: AccountCheck) {
  const pipelines: Question[] = [];
  const missing: string[] = [];
  for (const built of builtIn(factory))
    for (const pipeline of built.pipelines) {
      const deployed = await deployedPipeline(connection, pipeline);
      if (deployed === undefined) {
        missing.push(pipeline.name);
        continue;
      }
      const command = new CreateImagePipelineCommand({
        ...pipelineRequest(pipeline, deployed, connection.place),
        clientToken,
      });
      const further = pipeline.key === undefined ? [] : ["pipelines", pipeline.key];
      pipelines.push({ type: "pipeline", name: pipeline.name, command, path: [...pathOf(built), ...further] });
    }
  return { pipelines, missing };
}

function pathOf({ kind, name }: Built): string[] {
  return [`${kind}s`, name];
}

function* questions({ factory, project, environment }: AccountCheck): Generator<Question> {
  const { build, lifecyclePolicies } = factory;
  const asked = new Set<string>();
  for (const built of builtIn(factory)) {
    const path = pathOf(built);
    const recipe = recipeCommand(built, { factory, project });
    if (recipe !== undefined) yield { type: "recipe", name: built.recipe.recipeName, command: recipe, path };
    if (built.kind === "image")
      for (const distribution of settingsOf(built).flatMap((settings) => settings.distribution ?? []))
        yield* once(asked, {
          type: "distribution configuration",
          name: distribution.name,
          command: new CreateDistributionConfigurationCommand({ ...distributionRequest(distribution), clientToken }),
          path: "distribute" in (environment.value.images[built.name] ?? {}) ? [...path, "distribute"] : path,
        });
    for (const { infrastructure } of settingsOf(built)) {
      const given = build.instanceProfile.create === true ? undefined : build.instanceProfile.name;
      const profile = infrastructure.instanceProfile ?? given;
      if (profile !== undefined)
        yield* once(asked, {
          type: "infrastructure configuration",
          name: infrastructure.name,
          command: new CreateInfrastructureConfigurationCommand({
            ...infrastructureRequest(infrastructure, factory, profile),
            clientToken,
          }),
          path: ["build"],
        });
    }
  }
  const role = environment.value.lifecycleRole.arn;
  if (role === undefined) return;
  for (const policy of lifecyclePolicies)
    yield {
      type: "lifecycle policy",
      name: policy.name,
      command: new CreateLifecyclePolicyCommand({ ...lifecycleRequest(policy, role), clientToken }),
      path: ["lifecycle"],
    };
}

function* once(asked: Set<string>, question: Question): Generator<Question> {
  const key = `${question.type} ${question.name}`;
  if (asked.has(key)) return;
  asked.add(key);
  yield question;
}

/** Returns undefined if the recipe names something that does not exist yet (an image of the project, a new repository) or that Terraform looks up. */
function recipeCommand(
  built: Built,
  { factory, project }: Pick<AccountCheck, "factory" | "project">,
): CreateCommand | undefined {
  const { from } = built.recipe.parent;
  if (from === "project" || from === "lookUp") return undefined;
  const components = componentsThatExist(built.recipe, factory);
  if (components.length === 0) return undefined;
  if (built.kind === "image")
    return new CreateImageRecipeCommand({ ...imageRecipeRequest(built, components, factory.place), clientToken });
  const { content } = built.recipe.dockerfile;
  const text = "text" in content ? content.text : project.dockerfiles.get(content.file);
  if (built.repository.create || text === undefined || text.length > maxInlineDocument) return undefined;
  return new CreateContainerRecipeCommand({
    ...containerRecipeRequest(built, components, text, factory.place),
    clientToken,
  });
}
