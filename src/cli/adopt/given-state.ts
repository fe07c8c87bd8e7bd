import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

import { workspaceOf } from "../../adoption/code/read-folder";
import { UsageError } from "../usage-error";

export interface GivenState {
  /** File of the state. */
  readonly from: string;
  /** Folder of the code, where one was named. */
  readonly terraform?: string;
}

/**
 * What `--from` names: the file of a state, or a folder of Terraform code that holds its state.
 *
 * @param path absolute
 * @throws UsageError where there is no state
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
