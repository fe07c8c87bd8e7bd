import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { judge, type Verdict } from "../../adoption/matching/judge";
import { type Matching, matchStack } from "../../adoption/matching/match";
import { type Overrides, overridesFor } from "../../adoption/matching/overrides";
import { resolved } from "../../adoption/matching/resolve";
import { resourcesOfStack } from "../../adoption/matching/stack";
import type { ResourceInstance } from "../../adoption/state/state";
import type { Draft } from "../../adoption/translation/draft";
import { inspectProject } from "../../checks/inspect-project";
import type { Problem } from "../../problems/problem";
import { lockFile } from "../../project/load-project";
import { arrayOf, type Json, member, objectOf, stringOf } from "../../review/plan/json";
import type { Value } from "../../review/plan/value";
import { copyProject, writeFiles } from "../copy-project";
import type { Candidate, TakeOverOptions } from "./candidate";

/** The Terraform that the project generates for a candidate, compared with the state. */
export interface Attempt {
  readonly matching: Matching;
  readonly verdicts: readonly Verdict[];
  /** Values of resource arguments with which the matched resources would not change. */
  readonly overrides: Overrides;
  /** Aliases of the provider configurations in the stack. */
  readonly aliases: ReadonlySet<string>;
  /** Values of the outputs in the stack, by name. */
  readonly outputs: ReadonlyMap<string, Value>;
  readonly lock: string;
}

/** Synthesises a candidate in its folder. Returns the attempt, or the errors of the definitions. @param instances resources of the state */
export async function tryOut(
  { project, root, environment, synthesise }: TakeOverOptions,
  { draft, files, folder }: Candidate,
  instances: readonly ResourceInstance[],
): Promise<Attempt | { readonly problems: readonly Problem[] }> {
  await copyProject(root, project.dockerfiles.keys(), folder);
  await writeFiles(folder, files);
  const isFirst = project.environments.size === 0;
  const adoptions = draft.versions.map((each) => ({
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
    aliases: new Set(arrayOf(json, "provider", "aws").flatMap((each) => stringOf(each, "alias") ?? [])),
    outputs: new Map(
      Object.entries(objectOf(json, "output")).map(([name, output]) => [
        name,
        resolved(member(output, "value"), matching.found),
      ]),
    ),
    lock: lock.text,
  };
}

/** Returns the environment of a version in a new project. Documents have the same version in all environments, recipes do not. */
function ofEnvironment(kind: Draft["versions"][number]["kind"], environment: string): string | undefined {
  return kind === "imageRecipe" || kind === "containerRecipe" ? environment : undefined;
}

/** Returns the folder of an environment's stack in a synthesised project folder. */
export function stackOf(folder: string, environment: string): string {
  return join(folder, "cdktf.out", "stacks", environment);
}
