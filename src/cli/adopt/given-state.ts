import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

import { workspaceOf } from "../../adoption/code/read-folder";
import { UsageError } from "../usage-error";

/** The state file that `--from` names, with the folder of its code. */
export interface GivenState {
  /** Path of the state file. */
  readonly from: string;
  /** Folder of the code, if `--from` names one. */
  readonly terraform?: string;
}

/**
 * Returns what `--from` names: a state file, or a folder of Terraform code with its state file.
 *
 * @param path absolute
 * @throws UsageError if the folder contains no state file
 */
export async function givenState(path: string): Promise<GivenState> {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return { from: path };
  const workspace = await workspaceOf(path);
  const file =
    workspace === undefined ? "terraform.tfstate" : join("terraform.tfstate.d", workspace, "terraform.tfstate");
  const from = join(path, file);
  if (!existsSync(from))
    throw new UsageError(
      `there is no ${file} in ${path}; run "terraform state pull > before.tfstate" there, and name that file with --from and the folder with --terraform`,
    );
  return { from, terraform: path };
}
