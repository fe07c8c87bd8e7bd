import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

import { filesOf } from "../../adoption/files";
import { importedInstances } from "../../adoption/imports";
import type { Verdict } from "../../adoption/matching/judge";
import type { Overrides } from "../../adoption/matching/overrides";
import type { Draft, Note } from "../../adoption/translation/draft";
import { translate } from "../../adoption/translation/translate";
import { UserError } from "../../files/user-error";
import type { Project } from "../../project/load-project";
import { tryOut } from "./attempt";
import type { Candidate, TakeOverOptions } from "./candidate";
import { finishTakeOver, type TakenOver } from "./finish-take-over";
import { leaveOut } from "./leave-out";
import { type RefusedValue, refusedValue, withoutRefused } from "./refused-values";
import { withSilences } from "./silences";

/** Most attempts. Each one leaves out, silences or overrides more. */
const rounds = 50;

/**
 * Finds definitions that describe a state by trial: writes them, generates Terraform from them, and compares it with the state. Resources
 * that would be replaced are left out, or are only named instead of created, until nothing would be replaced.
 *
 * @throws UserError if no such definitions are found
 */
export async function takeOver(options: TakeOverOptions): Promise<TakenOver> {
  const { environment, place, code, setting, project } = options;
  const resources = [...options.state.resources, ...importedInstances(options.imports)];
  const given = new Set<string>();
  const without = new Set<string>();
  const silenced = new Map<string, Set<string>>();
  const refused: RefusedValue[] = [];
  const reasons: Note[] = [];
  // Arguments that keep a resource unchanged, by address. Those in `untried` were not in an attempt yet.
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
    const { files, removed } = withoutRefused(
      withSilences(filesOf(environment, withOverrides(draft, overrides)), silenced),
      refused,
    );
    const candidate: Candidate = { draft, files, folder: join(options.temporary, `attempt-${round}`) };
    const attempt = await tryOut(options, candidate, resources);
    if ("problems" in attempt && untried.length > 0) {
      // The provider does not accept these values, although the state has them.
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
    const known = refused.length;
    if ("problems" in attempt)
      for (const each of attempt.problems.flatMap((problem) => refusedValue(problem, files) ?? []))
        if (!refused.some(({ file, path }) => file === each.file && isDeepStrictEqual(path, each.path)))
          refused.push(each);
    if (refused.length > known) continue;
    const verdicts: readonly Verdict[] =
      "problems" in attempt ? leaveOut(attempt.problems, candidate, silenced) : attempt.verdicts;
    const isTried = ({ overrides: of }: Verdict): boolean =>
      of === undefined || hopeless.has(of.address) || Object.hasOwn(overrides, of.address);
    const final = verdicts.filter(isTried);
    if (final.length > 0) {
      for (const { address, does, reason } of final) {
        (does === "refer" ? given : without).add(address);
        reasons.push({ about: address, says: does === "refer" ? `it is named and not created: ${reason}` : reason });
      }
      // The resources that the overrides are for can be gone now.
      overrides = {};
      continue;
    }
    if ("problems" in attempt) continue;
    const needed = verdicts.flatMap(({ overrides: of }) => of ?? []);
    if (needed.length > 0) {
      untried = needed.map(({ address }) => address);
      overrides = { ...overrides, ...Object.fromEntries(needed.map(({ address, values }) => [address, values])) };
      continue;
    }
    // Last step: the remaining differences are changes in place.
    const areAllSet = Object.entries(attempt.overrides).every(
      ([address, values]) =>
        hopeless.has(address) || Object.keys(values).every((name) => name in (overrides[address] ?? {})),
    );
    if (areAllSet) return finishTakeOver(options, attempt, candidate, [...reasons, ...removed.map(keptByOverrides)]);
    untried = Object.keys(attempt.overrides);
    overrides = mergedOverrides(overrides, attempt.overrides);
  }
  throw new UserError("no definitions were found that say what the state holds; nothing was written");
}

function keptByOverrides({ file, reason }: RefusedValue): Note {
  return { about: file, says: `${reason}, which no definition allows; "overrides" keep it` };
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

function textsOf(files: Project["components"]): ReadonlyMap<string, string> {
  return new Map([...files].map(([document, { text }]) => [document, text]));
}
