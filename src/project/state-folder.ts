import { join } from "node:path";

import { makeFolder } from "../files/make-folder";
import { writeNewFile } from "../files/new-files";
import { excludeFromGit } from "./git-exclude";
import { stateFolder } from "./state-files";

const description = `Terraform's local states. This folder is a Git repository of its own, so that "git clean -xfd" of the project leaves it alone.\n`;

/**
 * Creates the folder of local states if it is missing. The folder is a minimal Git repository, so that `git clean` and `git stash --all` of the
 * project do not delete it although it is ignored. Git ignores it without a line in .gitignore.
 *
 * Source: git-clean, option -f: nested repositories are not removed unless the option is given twice.
 */
export async function makeStateFolder(root: string): Promise<void> {
  const git = join(root, stateFolder, ".git");
  await makeFolder(join(git, "objects"));
  await makeFolder(join(git, "refs"));
  await writeNewFile(join(git, "description"), description);
  // HEAD comes last: it turns the folder into a repository.
  await writeNewFile(join(git, "HEAD"), "ref: refs/heads/main\n");
  await excludeFromGit(join(root, stateFolder));
}
