import type { ImageFactory } from "../../factory/image-factory";
import { UserError } from "../../files/user-error";
import type { Connection } from "../../operations/aws/connection";
import { writeOneOf } from "../../problems/suggest";
import type { Project } from "../../project/load-project";
import type { LockedProject } from "../../project/lock";
import { startedProject } from "../project-folder";
import { screenOf } from "../screen";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage-error";

/** An environment on which a command operates: its definitions, and a connection to its account, which has been verified. */
export interface Operated {
  readonly root: string;
  readonly environment: string;
  readonly project: Project;
  readonly lock: LockedProject;
  readonly factory: ImageFactory;
  readonly connection: Connection;
  /** ARN of the identity whose credentials are used. */
  readonly caller: string;
}

export interface OperateOptions {
  readonly project?: string;
  /** Chooses the environment from those that build something; undefined if there is none. */
  readonly choose: (factories: readonly ImageFactory[]) => ImageFactory | undefined;
  /** The argument with which the user names the environment, for messages. */
  readonly given: string;
  /** Images or containers that the user named, e.g. `base`, `base/weekly`: the environment must build them. Default: none. */
  readonly images?: readonly string[];
  /** Checks other names that the user gave. It throws a UserError for a wrong one. Default: there are none. */
  readonly verify?: (factory: ImageFactory) => void;
}

/**
 * Reads the project, connects to the account of one environment, and calls `run`. Wrong names are found before AWS is called.
 *
 * @returns the exit code of `run`, or 1 if the project has errors, which are printed
 * @throws UserError if the environment does not build one of `images`, `verify` throws one, or AWS refuses a request
 */
export async function operateOn(
  terminal: Terminal,
  { project: folder, choose, given, images = [], verify = () => undefined }: OperateOptions,
  run: (operated: Operated) => Promise<number>,
): Promise<number> {
  const root = startedProject(folder, terminal.cwd);
  const [{ hasErrors, inspectProject }, { resolveFactories }] = await Promise.all([
    import("../../checks/inspect-project"),
    import("../../project/factories"),
  ]);
  const [{ connectionTo }, { requireAccount }, { pipelineNamed }] = await Promise.all([
    import("../../operations/aws/connection"),
    import("../../operations/aws/identity"),
    import("../../operations/images/built"),
  ]);
  const { project, lock, problems } = await inspectProject(root, { cached: true });
  if (lock === undefined || hasErrors(problems)) {
    const { printProblems } = await import("../../checks/print-problems");
    terminal.stderr.write(printProblems(root, problems, screenOf(terminal.stderr)));
    return 1;
  }
  const factories = resolveFactories(project, lock);
  const factory = choose(factories);
  if (factory === undefined) throw new UsageError(noEnvironment(given, project, factories));
  for (const name of images) pipelineNamed(factory, name);
  verify(factory);
  const connection = connectionTo({
    place: factory.place,
    deployment: factory.deployment,
    environment: terminal.env,
  });
  return inWords(async () => {
    const caller = await requireAccount(connection, factory.environment);
    return run({ root, environment: factory.environment, project, lock, factory, connection, caller });
  });
}

/** Does the same as {@link operateOn} for an environment that is given by name. */
export async function operate(
  terminal: Terminal,
  { environment, ...options }: Pick<OperateOptions, "project" | "images" | "verify"> & { readonly environment: string },
  run: (operated: Operated) => Promise<number>,
): Promise<number> {
  const choose = (factories: readonly ImageFactory[]): ImageFactory | undefined =>
    factories.find((factory) => factory.environment === environment);
  return operateOn(terminal, { ...options, choose, given: environment }, run);
}

function noEnvironment(given: string, project: Project, factories: readonly ImageFactory[]): string {
  if (project.environments.has(given))
    return `environment "${given}" builds nothing: it has no images and no containers`;
  const names = factories.map(({ environment }) => environment);
  if (names.length === 0) return `there is no environment "${given}" in environments/`;
  return `there is no environment "${given}" in environments/; ${writeOneOf(given, names)}`;
}

/** Turns errors of AWS into messages without a stack trace. */
async function inWords<T>(run: () => Promise<T>): Promise<T> {
  const { explainTrouble } = await import("../../operations/aws/trouble");
  try {
    return await run();
  } catch (error) {
    const message = explainTrouble(error);
    throw message === undefined ? error : new UserError(message);
  }
}
