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

/** An environment, and what else of it the user named. */
export interface Found<T> {
  readonly factory: ImageFactory;
  readonly named: T;
}

/**
 * Reads the project, connects to the account of one environment, and calls `run`. Wrong names are found before AWS is called.
 *
 * @param find finds what the user named in the environments that build something; it throws a UserError for a wrong name
 * @returns the exit code of `run`, or 1 if the project has errors, which are printed
 * @throws UserError if `find` throws one, or AWS refuses a request
 */
export async function operateOn<T>(
  terminal: Terminal,
  {
    project: folder,
    find,
  }: { readonly project?: string; readonly find: (factories: readonly ImageFactory[], project: Project) => Found<T> },
  run: (operated: Operated, named: T) => Promise<number>,
): Promise<number> {
  const root = startedProject(folder, terminal.cwd);
  const [{ hasErrors, inspectProject }, { resolveFactories }] = await Promise.all([
    import("../../checks/inspect-project"),
    import("../../project/factories"),
  ]);
  const [{ connectionTo }, { requireAccount }] = await Promise.all([
    import("../../operations/aws/connection"),
    import("../../operations/aws/identity"),
  ]);
  const { project, lock, problems } = await inspectProject(root, { cached: true });
  if (lock === undefined || hasErrors(problems)) {
    const { printProblems } = await import("../../checks/print-problems");
    terminal.stderr.write(printProblems(root, problems, screenOf(terminal.stderr)));
    return 1;
  }
  const { factory, named } = find(resolveFactories(project, lock), project);
  const connection = connectionTo({
    place: factory.place,
    deployment: factory.deployment,
    environment: terminal.env,
  });
  return inWords(async () => {
    const caller = await requireAccount(connection, factory.environment);
    return run({ root, environment: factory.environment, project, lock, factory, connection, caller }, named);
  });
}

/** Does the same as {@link operateOn} for an environment that is given by name. `named` finds in it what else the user named. */
export async function operate<T>(
  terminal: Terminal,
  {
    project: folder,
    environment,
    named,
  }: { readonly project?: string; readonly environment: string; readonly named: (factory: ImageFactory) => T },
  run: (operated: Operated, named: T) => Promise<number>,
): Promise<number> {
  const find = (factories: readonly ImageFactory[], project: Project): Found<T> => {
    const factory = factories.find((each) => each.environment === environment);
    if (factory === undefined) throw new UsageError(noEnvironment(environment, project, factories));
    return { factory, named: named(factory) };
  };
  return operateOn(terminal, { project: folder, find }, run);
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
