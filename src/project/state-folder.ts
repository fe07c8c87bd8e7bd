import { join } from "node:path";

import { makeFolder } from "../files/make-folder";
import { writeNewFile } from "../files/new-files";
import { excludeFromGit } from "./git-exclude";
import { stateFolder } from "./state-files";

const description = `Terraform's local states. This folder is a Git repository of its own, so that "git clean -xfd" of the project leaves it alone.\n`;

/**
 * Makes the folder of local states where it is missing. It holds the least that Git takes for a repository: `git clean` and
 * `git stash --all` of the project then leave it alone, though it is ignored. The project's Git ignores it without a line in .gitignore.
 *
 * Source: git-clean, option -f: nested repositories are not removed unless it is given twice.
 */
export async function makeStateFolder(root: string): Promise<void> {
  const git = join(root, stateFolder, ".git");
  await makeFolder(join(git, "objects"));
  await makeFolder(join(git, "refs"));
  await writeNewFile(join(git, "description"), description);
  // Last: without it the folder is no repository yet.
  await writeNewFile(join(git, "HEAD"), "ref: refs/heads/main\n");
  await excludeFromGit(join(root, stateFolder));
}
