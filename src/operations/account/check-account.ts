import type { ImageFactory } from "../../factory/image-factory";
import { fileStart, type Problem, type Range } from "../../problems/problem";
import type { Project } from "../../project/load-project";
import type { Connection } from "../aws/connection";
import type { AccountCheck, Finding } from "./account-check";
import { checkConfigurations } from "./check-configurations";
import { checkDocuments } from "./check-documents";
import { checkInstances } from "./check-instances";
import { checkKeys } from "./check-keys";
import { checkNetwork } from "./check-network";
import { checkParents } from "./check-parents";
import { checkQuotas } from "./check-quotas";
import { checkReferences } from "./check-references";

/**
 * Checks what only the AWS account can tell. Changes nothing: it only reads, and sends create requests to Image Builder with `dryRun`.
 *
 * @returns the problems found, at their places in the YAML files
 */
export async function checkAccount(
  connection: Connection,
  project: Project,
  factory: ImageFactory,
): Promise<Problem[]> {
  const environment = project.environments.get(factory.environment);
  if (environment?.value === undefined) throw new Error(`environment "${factory.environment}" was not checked before`);
  const { value, source } = environment;
  const ask = async (check: (asked: AccountCheck) => Promise<void>): Promise<Problem[]> => {
    const problems: Problem[] = [];
    const report = (file: string, { start, end }: Range, { severity = "error", ...finding }: Finding): void => {
      problems.push({ file, ...start, end, severity, ...finding });
    };
    await check({
      connection,
      project,
      factory,
      environment: { ...environment, value },
      inEnvironment: (path, finding) => {
        report(source.file, source.locate(path), finding);
      },
      inDefinition:
        ({ kind, name }) =>
        (path, finding) => {
          const definition = project[`${kind}s`].get(name)?.source;
          report(definition?.file ?? `${kind}s/${name}.yaml`, definition?.locate(path) ?? fileStart, finding);
        },
      inDocument: (file, finding) => {
        report(file, fileStart, finding);
      },
    });
    return problems;
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
  const problems = (await Promise.all(lookedUp.map(ask))).flat();
  // A create request that names a missing resource would only report the same problem in other words.
  return problems.length > 0 ? problems : ask(checkConfigurations);
}
