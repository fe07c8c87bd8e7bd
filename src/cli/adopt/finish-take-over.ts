import { join } from "node:path";

import type { Import } from "../../adoption/imports";
import { lookedUpParents } from "../../adoption/looked-up-parents";
import type { Matching } from "../../adoption/matching/match";
import { movesOf, undeclared } from "../../adoption/matching/moves";
import { oldOutputs } from "../../adoption/old-outputs";
import { boundToModules, oldProviders } from "../../adoption/old-providers";
import type { ResourceInstance } from "../../adoption/state/state";
import type { Note } from "../../adoption/translation/draft";
import type { Adopted } from "../../definitions/schema/adopted";
import { UserError } from "../../files/user-error";
import { listOf } from "../../problems/suggest";
import { writeFiles } from "../copy-project";
import { type Attempt, stackOf } from "./attempt";
import type { Candidate, TakeOverOptions } from "./candidate";
import { movesFile } from "./cut-off";

/** The result of taking over a state, which is not written yet. */
export interface TakenOver {
  /** Texts of the new files by path, including those in adopted/. */
  readonly files: ReadonlyMap<string, string>;
  readonly lock: string;
  readonly matching: Matching;
  /** What is left out or differs from before, and why. */
  readonly notes: readonly Note[];
  /** Addresses in the state that are left out because no definition describes them. */
  readonly unexplained: readonly string[];
  readonly stackFolder: string;
}

/**
 * Writes `moved`, `import` and `removed` blocks for an attempt that would replace nothing, together with what the old providers and outputs
 * need.
 *
 * @param reasons why resources are left out
 * @throws UserError if an import has no counterpart, if resources need the provider of a module, or if the synthesis fails
 */
export async function finishTakeOver(
  { environment, synthesise, state, imports, code, place }: TakeOverOptions,
  { matching, lock, aliases, outputs: own }: Attempt,
  { draft, files, folder }: Candidate,
  reasons: readonly Note[],
): Promise<TakenOver> {
  const [nothing] = undeclared(imports, matching);
  if (nothing !== undefined) throw new UserError(notDeclared(nothing, matching));
  const bound = boundToModules(matching.left);
  if (bound.length > 0) throw new UserError(notForgettable(bound));
  const providers = oldProviders(
    matching.left.filter(({ configuredBy: by }) => by?.alias === undefined || !aliases.has(by.alias)),
    state.resources,
    code,
    place.region,
  );
  const adopted = movesOf(matching, imports);
  const renamed = new Map(adopted.renamed.map(({ from, to }) => [from, to]));
  const known = new Map([...matching.found].map(([address, each]) => [renamed.get(address) ?? address, each]));
  const outputs = oldOutputs(state.outputs, known, own);
  const moves = new Map([
    [movesFile(environment), `${JSON.stringify(filled(adopted), undefined, 2)}\n`],
    ...(providers === undefined ? [] : [[`terraform/${environment}/old-providers.tf.json`, providers] as const]),
    ...(outputs.file === undefined ? [] : [[`terraform/${environment}/old-outputs.tf.json`, outputs.file] as const]),
  ]);
  await writeFiles(folder, moves);
  const refused = await synthesise(folder, join(folder, "cdktf.out"));
  if (refused.length > 0) throw new UserError(refused.map(({ file, message }) => `${file}: ${message}`).join("\n"));
  const left = new Set(matching.left.map(({ address }) => address));
  const byAddress = new Map(state.resources.map((each) => [each.address, each]));
  const recipes = new Map(
    [...draft.origins].flatMap(([file, address]) => {
      const origin = byAddress.get(address);
      return origin?.type === "aws_imagebuilder_image_recipe" ? [[file, origin] as const] : [];
    }),
  );
  const notes = [
    ...[...draft.notes, ...reasons].filter(
      ({ about }) => left.has(about) || !state.resources.some(({ address }) => address === about),
    ),
    ...lookedUpParents(recipes, state.dataSources),
    ...outputs.lost.map((name) => ({
      about: `output.${name}`,
      says: `other configurations can no longer read it; write it into terraform/${environment}/, where it may use resources of this stack`,
    })),
  ];
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
    "a module configures the provider of these resources, and Terraform removes them from the state only with that module; nothing was written",
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
      ? `it creates nothing of type ${type}; leave the import out`
      : `write the address of what it creates: ${listOf(alike)}`,
  ].join("\n");
}

/** Returns the lists that are not empty. */
function filled(adopted: Adopted): Partial<Adopted> {
  return Object.fromEntries(Object.entries(adopted).filter(([, blocks]) => blocks.length > 0));
}
