import { counted } from "../../collections/counted";
import type { Built } from "../../factory/built";
import { UserError } from "../../files/user-error";
import { type Candidate, planClean } from "../../operations/cleaning/plan-clean";
import { removeBuild } from "../../operations/cleaning/remove-build";
import type { Operated } from "./operate";

export interface CleanArguments {
  readonly images: readonly Built[];
  readonly keep: number;
  /** Whether to remove builds. If false, only says what would be removed. */
  readonly yes: boolean;
  /** Ids of AMIs whose builds are removed even if something uses them. */
  readonly force: readonly string[];
}

/** Removes builds that nothing needs. @returns exit code 0 @throws UserError if --force names an AMI that cannot be removed */
export async function runClean(
  { connection, factory }: Operated,
  { images, keep, yes, force }: CleanArguments,
  output: { write(text: string): unknown },
): Promise<number> {
  const candidates = await planClean(connection, factory, images, { keep });
  const unknown = force.find((id) => !candidates.some(({ amis }) => amis.some((ami) => ami.id === id)));
  if (unknown !== undefined)
    throw new UserError(
      `--force names "${unknown}", which is not an AMI of a build that could be removed; write the whole id, e.g. ami-0123456789abcdef0`,
    );
  const unremovable = candidates.find(({ amis, refused }) => refused.length > 0 && isIn(force, amis));
  if (unremovable !== undefined)
    throw new UserError(
      `${unremovable.image} ${unremovable.build.version}/${unremovable.build.build} cannot be removed, for AWS would refuse it half-way: ${unremovable.refused.join("; ")}`,
    );
  const isForced = ({ amis }: Candidate): boolean => isIn(force, amis);
  let count = 0;
  for (const candidate of candidates) {
    const { build, amis, refused } = candidate;
    const kept = [...refused, ...(isForced(candidate) ? [] : candidate.kept)];
    const name = `${candidate.image} ${build.version}/${build.build} (${build.status})`;
    if (kept.length > 0) {
      output.write(`kept ${name}\n${kept.map((why) => `  ${why}\n`).join("")}`);
      continue;
    }
    const staying = yes ? await removeBuild(connection, candidate) : [];
    count++;
    output.write(`${yes ? "removed" : "would remove"} ${name}\n`);
    for (const { id, region, snapshots } of amis)
      output.write(`  ${id}  ${region}, ${counted(snapshots.length, "snapshot")}\n`);
    for (const snapshot of staying) output.write(`  ${snapshot} stays: another AMI uses it\n`);
  }
  output.write(
    count === 0
      ? "nothing to remove\n"
      : yes
        ? `${counted(count, "build")} removed\n`
        : `\n${counted(count, "build")} would be removed, with everything that is listed.\nNothing was removed yet: run it again with --yes\n`,
  );
  return 0;
}

function isIn(ids: readonly string[], amis: Candidate["amis"]): boolean {
  return amis.some(({ id }) => ids.includes(id));
}
