import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

import { UsageError } from "../usage-error";

const state = "terraform.tfstate";

/**
 * The arguments of `adopt` for what `--from` names: the file of a state, or a folder of Terraform code that holds its state.
 *
 * @param path absolute
 * @throws UsageError where there is no state
 */
export function adoptedFrom(path: string): readonly string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return ["--from", path];
  if (!existsSync(join(path, state)))
    throw new UsageError(
      `there is no ${state} in ${path}; run "terraform state pull > ${state}" there, or name the file of the state`,
    );
  return ["--from", join(path, state), "--terraform", path];
}
