import type { Definition } from "../../definitions/read-definition";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { ImageFactory } from "../../factory/image-factory";
import { fileStart, type Problem, type Range } from "../../problems/problem";
import type { YamlPath } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";
import type { Connection } from "../aws/connection";
import { checkConfigurations } from "./check-configurations";
import { checkDocuments } from "./check-documents";
import { checkInstances } from "./check-instances";
import { checkKeys } from "./check-keys";
import { checkNetwork } from "./check-network";
import { checkParents } from "./check-parents";
import { checkQuotas } from "./check-quotas";
import { checkReferences } from "./check-references";

/** What the account knows and the project does not, asked of one environment. */
export interface AccountCheck {
  readonly connection: Connection;
  readonly project: Project;
  readonly factory: ImageFactory;
  readonly environment: Definition<EnvironmentDefinition> & { readonly value: EnvironmentDefinition };
  /** Reports a problem at a value of environments/<name>.yaml. */
  readonly inEnvironment: (path: YamlPath, finding: Finding) => Problem;
  /** Reports a problem at a value of images/<image>.yaml. */
  readonly inImage: (image: string, path: YamlPath, finding: Finding) => Problem;
}

interface Finding {
  /** Stable and kebab-case; starts with `account-`. */
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/**
 * Asks the account what only the account can refuse. Changes nothing: it looks things up, and asks Image Builder to create with
 * `dryRun` alone.
 */
export async function checkAccount(
  connection: Connection,
  project: Project,
  factory: ImageFactory,
): Promise<Problem[]> {
  const environment = project.environments.get(factory.environment);
  if (environment?.value === undefined) throw new Error(`environment "${factory.environment}" was not checked before`);
  const check: AccountCheck = {
    connection,
    project,
    factory,
    environment: { ...environment, value: environment.value },
    inEnvironment: (path, finding) => found(environment.source.file, environment.source.locate(path), finding),
    inImage: (image, path, finding) => {
      const source = project.images.get(image)?.source;
      return found(source?.file ?? `images/${image}.yaml`, source?.locate(path) ?? fileStart, finding);
    },
  };
  const lookedUp = [
    checkNetwork,
    checkInstances,
    checkReferences,
    checkKeys,
    checkQuotas,
    checkParents,
    checkDocuments,
  ];
  const problems = (await Promise.all(lookedUp.map(async (each) => each(check)))).flat();
  // What is not there would be refused once more, in other words.
  return problems.length > 0 ? problems : checkConfigurations(check);
}

function found(file: string, { start, end }: Range, { code, message, fix }: Finding): Problem {
  return { file, ...start, end, code, severity: "error", message, fix };
}
