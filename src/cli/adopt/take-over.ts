import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { TerraformCode } from "../../adoption/code/terraform-code";
import type { StateSetting } from "../../adoption/code/state-setting";
import { filesOf } from "../../adoption/files";
import { judge, type Verdict } from "../../adoption/matching/judge";
import { type Matching, matchStack } from "../../adoption/matching/match";
import { importedInstances, type Import } from "../../adoption/imports";
import { movesOf, undeclared } from "../../adoption/matching/moves";
import { type Overrides, overridesFor } from "../../adoption/matching/overrides";
import { resourcesOfStack } from "../../adoption/matching/stack";
import { boundToModules, oldProviders } from "../../adoption/old-providers";
import { sectionAt } from "../../adoption/section-at";
import type { ResourceInstance, State } from "../../adoption/state/state";
import type { Draft, Note } from "../../adoption/translation/draft";
import { translate } from "../../adoption/translation/translate";
import type { Adopted } from "../../definitions/schema/adopted";
import { inspectProject } from "../../checks/inspect-project";
import type { Place } from "../../aws/place";
import { listOf } from "../../problems/suggest";
import type { Problem } from "../../problems/problem";
import { lockFile, type Project } from "../../project/load-project";
import { UserError } from "../../files/user-error";
import { arrayOf, type Json, member, stringOf } from "../../review/plan/json";
import { copyProject, writeFiles } from "./copy-project";
import { withSilences } from "./silences";

export interface TakeOverOptions {
  readonly environment: string;
  readonly state: State;
  readonly place: Place;
  readonly code: TerraformCode;
  readonly setting?: StateSetting;
  readonly project: Project;
  /** What is in AWS and in no state. */
  readonly imports: readonly Import[];
  /** The project folder. */
  readonly root: string;
  /** A new folder for the attempts. */
  readonly temporary: string;
  /** Writes the stacks of a project folder to a folder. */
  readonly synthesise: (root: string, outdir: string) => Promise<readonly Problem[]>;
}

export interface TakenOver {
  /** Text of the new files by path, those of adopted/ among them. */
  readonly files: ReadonlyMap<string, string>;
  readonly lock: string;
  readonly matching: Matching;
  /** What is not as it was, or is left out, and why. */
  readonly notes: readonly Note[];
  /** Addresses in the state of what is left out because nothing here is like it. */
  readonly unexplained: readonly string[];
  /** Folder of the synthesised stack. */
  readonly stackFolder: string;
}

/** How often something may be found that a definition cannot say; each time, it is left out. */
const rounds = 50;

/**
 * Finds definitions that say what a state holds, by trying: writes them, lets the project make its Terraform of them, and holds that against the
 * state. What would be replaced is left out, or named where it was to be made, until nothing is replaced.
 *
 * @throws UserError where no such definitions are found
 */
export async function takeOver(options: TakeOverOptions): Promise<TakenOver> {
  const { environment, place, code, setting, project } = options;
  const resources = [...options.state.resources, ...importedInstances(options.imports)];
  const given = new Set<string>();
  const without = new Set<string>();
  const silenced = new Map<string, Set<string>>();
  const reasons: Note[] = [];
  // By address, what keeps a resource as it is; the newest have not been tried yet.
  let overrides: Overrides = {};
  let untried: readonly string[] = [];
  const hopeless = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const draft = translate(resources, {
      place,
      code,
      state: setting,
      given,
      without,
      documents: { component: textsOf(project.components), workflow: textsOf(project.workflows) },
      taken: new Set([...project.images.keys(), ...project.containers.keys()]),
    });
    const files = withSilences(filesOf(environment, withOverrides(draft, overrides)), silenced);
    const folder = join(options.temporary, `attempt-${round}`);
    const attempt = await tryOut(options, resources, draft, files, folder);
    if ("problems" in attempt && untried.length > 0) {
      // The provider does not take them as the state has them.
      for (const address of untried) hopeless.add(address);
      overrides = Object.fromEntries(Object.entries(overrides).filter(([address]) => !hopeless.has(address)));
      untried = [];
      continue;
    }
    untried = [];
    if ("problems" in attempt && attempt.problems.length === 0)
      throw new UserError(
        [
          "nothing of the state can be said in definitions; nothing was written",
          ...reasons.map(({ about, says }) => `  ${about}: ${says}`),
        ].join("\n"),
      );
    const verdicts: readonly Verdict[] =
      "problems" in attempt ? leaveOut(attempt.problems, draft, files, silenced) : attempt.verdicts;
    const isTried = ({ keeps }: Verdict): boolean =>
      keeps === undefined || hopeless.has(keeps.address) || Object.hasOwn(overrides, keeps.address);
    const final = verdicts.filter(isTried);
    if (final.length > 0) {
      for (const { address, does, reason } of final) {
        (does === "give" ? given : without).add(address);
        reasons.push({ about: address, says: does === "give" ? `it is named and not made: ${reason}` : reason });
      }
      // What they are about may be gone with it.
      overrides = {};
      continue;
    }
    if ("problems" in attempt) continue;
    const keeps = verdicts.flatMap(({ keeps: each }) => each ?? []);
    if (keeps.length > 0) {
      untried = keeps.map(({ address }) => address);
      overrides = { ...overrides, ...Object.fromEntries(keeps.map(({ address, values }) => [address, values])) };
      continue;
    }
    // At the end: what is left are changes in place.
    const isSaid = Object.entries(attempt.overrides).every(
      ([address, values]) =>
        hopeless.has(address) || Object.keys(values).every((name) => name in (overrides[address] ?? {})),
    );
    if (isSaid) return finish(options, attempt, draft, files, folder, reasons);
    untried = Object.keys(attempt.overrides);
    overrides = mergedOverrides(overrides, attempt.overrides);
  }
  throw new UserError("no definitions were found that say what the state holds; nothing was written");
}

interface Attempt {
  readonly matching: Matching;
  readonly verdicts: readonly Verdict[];
  /** What would keep the rest as it is. */
  readonly overrides: Overrides;
  /** Of the providers that the stack configures. */
  readonly aliases: ReadonlySet<string>;
  readonly lock: string;
}

async function tryOut(
  { project, root, environment, synthesise }: TakeOverOptions,
  instances: readonly ResourceInstance[],
  { versions }: Draft,
  files: ReadonlyMap<string, string>,
  folder: string,
): Promise<Attempt | { readonly problems: readonly Problem[] }> {
  await copyProject(project, root, folder);
  await writeFiles(folder, files);
  const isFirst = project.environments.size === 0;
  const adoptions = versions.map((each) => ({
    ...each,
    environment: isFirst ? ofEnvironment(each.kind, environment) : environment,
  }));
  const { lock, problems } = await inspectProject(folder, { adoptions });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (lock === undefined || errors.length > 0) return { problems: errors };
  await writeFiles(folder, new Map([[lockFile, lock.text]]));
  const refused = await synthesise(folder, join(folder, "cdktf.out"));
  if (refused.length > 0) return { problems: refused };
  const file = join(stackOf(folder, environment), "cdk.tf.json");
  if (!existsSync(file)) return { problems: [] };
  const json = JSON.parse(await readFile(file, "utf8")) as Json;
  const resources = resourcesOfStack(json);
  const matching = matchStack(resources, instances);
  return {
    matching,
    verdicts: judge(resources, matching),
    overrides: overridesFor(resources, matching),
    aliases: new Set(
      arrayOf(member(member(json, "provider"), "aws")).flatMap((each) => stringOf(member(each, "alias")) ?? []),
    ),
    lock: lock.text,
  };
}

function mergedOverrides(one: Overrides, other: Overrides): Overrides {
  return {
    ...one,
    ...Object.fromEntries(Object.entries(other).map(([address, values]) => [address, { ...one[address], ...values }])),
  };
}

function withOverrides(draft: Draft, overrides: Overrides): Draft {
  if (Object.keys(overrides).length === 0) return draft;
  return { ...draft, environment: { ...draft.environment, overrides } as Draft["environment"] };
}

/** A document is the same in every environment of a new project; recipes are not, and an environment that is there may have it otherwise. */
function ofEnvironment(kind: Draft["versions"][number]["kind"], environment: string): string | undefined {
  return kind === "imageRecipe" || kind === "containerRecipe" ? environment : undefined;
}

function stackOf(folder: string, environment: string): string {
  return join(folder, "cdktf.out", "stacks", environment);
}

/**
 * What the checks of the project find in definitions of what AWS has taken already: it is silenced, where that can be, and left out otherwise.
 *
 * @throws UserError where nothing could be left out without which it would not be there
 */
function leaveOut(
  problems: readonly Problem[],
  draft: Draft,
  files: ReadonlyMap<string, string>,
  silenced: Map<string, Set<string>>,
): Verdict[] {
  const verdicts = new Map<string, Verdict>();
  const before = new Map([...silenced].map(([file, codes]) => [file, new Set(codes)]));
  let changed = false;
  for (const { file, line, code, message } of problems) {
    const codes = silenced.get(file) ?? new Set<string>();
    silenced.set(file, codes);
    const origin = file.startsWith("environments/")
      ? sectionAt(files.get(file) ?? "", line, draft.sections)?.address
      : draft.origins.get(file);
    if (before.get(file)?.has(code) !== true) {
      codes.add(code);
      changed = true;
    } else if (origin !== undefined)
      verdicts.set(origin, { address: origin, does: "leave", reason: `${file}: ${message}` });
  }
  if (verdicts.size > 0 || changed) return [...verdicts.values()];
  const said = problems.map(({ file, line, message, fix }) => `${file}:${line}: ${message}; ${fix}`);
  throw new UserError(`what the state holds cannot be said; nothing was written\n${said.join("\n")}`);
}

async function finish(
  { environment, synthesise, state, imports, code, place }: TakeOverOptions,
  { matching, lock, aliases }: Attempt,
  draft: Draft,
  files: ReadonlyMap<string, string>,
  folder: string,
  reasons: readonly Note[],
): Promise<TakenOver> {
  const [nothing] = undeclared(imports, matching);
  if (nothing !== undefined) throw new UserError(notDeclared(nothing, matching));
  const bound = boundToModules(matching.left);
  if (bound.length > 0) throw new UserError(notForgettable(bound));
  const providers = oldProviders(
    matching.left.filter(({ configuredBy }) => !aliases.has(configuredBy?.alias ?? "")),
    state.resources,
    code,
    place.region,
  );
  const moves = new Map([
    [`adopted/${environment}.json`, `${JSON.stringify(filled(movesOf(matching, imports)), undefined, 2)}\n`],
    ...(providers === undefined ? [] : [[`terraform/${environment}/old-providers.tf.json`, providers] as const]),
  ]);
  await writeFiles(folder, moves);
  const refused = await synthesise(folder, join(folder, "cdktf.out"));
  if (refused.length > 0) throw new UserError(refused.map(({ file, message }) => `${file}: ${message}`).join("\n"));
  const left = new Set(matching.left.map(({ address }) => address));
  const notes = [...draft.notes, ...reasons].filter(
    ({ about }) => left.has(about) || !state.resources.some(({ address }) => address === about),
  );
  const explained = new Set(notes.map(({ about }) => about));
  const silent = matching.left.filter(({ address }) => !explained.has(address));
  return {
    files: new Map([...files, ...moves]),
    lock,
    matching,
    notes,
    unexplained: silent.map(({ address }) => address),
    stackFolder: stackOf(folder, environment),
  };
}

function notForgettable(bound: readonly ResourceInstance[]): string {
  return [
    "a module configures the provider of these resources, and Terraform forgets them only with that module; nothing was written",
    ...bound.map(({ address }) => `  terraform state rm '${address}'`),
    "run that in the folder of the old code, which leaves them in AWS, pull the state again, and adopt that",
  ].join("\n");
}

function notDeclared({ to, id }: Import, { found, created }: Matching): string {
  const type = to.slice(0, to.indexOf("."));
  const made = [
    ...[...found].filter(([, { importId }]) => importId !== undefined),
    ...created.map(({ address }) => [address]),
  ];
  const alike = made.flatMap(([address = ""]) =>
    typeof address === "string" && address.startsWith(`${type}.`) ? [address] : [],
  );
  return [
    `--import: this environment has nothing at "${to}" that "${id}" could be; nothing was written`,
    alike.length === 0
      ? `it makes nothing of type ${type}; leave the import out`
      : `write the address of what it makes: ${listOf(alike)}`,
  ].join("\n");
}

function textsOf(files: Project["components"]): ReadonlyMap<string, string> {
  return new Map([...files].map(([document, { text }]) => [document, text]));
}

/** Without the lists that are empty. */
function filled(adopted: Adopted): Partial<Adopted> {
  return Object.fromEntries(Object.entries(adopted).filter(([, blocks]) => blocks.length > 0));
}
