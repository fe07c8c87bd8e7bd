import { utimesSync } from "node:fs";
import { join } from "node:path";

import { refuseEarlierAdoption } from "../../../src/cli/adopt/cut-off";
import { projectFolder } from "../../helpers/project-folder";

/** Writes files, in the order of their ages. */
function written(...files: readonly string[]): string {
  const root = projectFolder(Object.fromEntries(files.map((file) => [file, ""])));
  for (const [index, file] of files.entries()) utimesSync(join(root, file), 1000 + index, 1000 + index);
  return root;
}

test("an environment that nobody has adopted may be", async () => {
  await expect(refuseEarlierAdoption(written("images/web.yaml"), "dev")).resolves.toBeUndefined();
});

test("one that is adopted is left alone", async () => {
  const root = written("adopted/dev.json", "environments/dev.yaml");
  await expect(refuseEarlierAdoption(root, "dev")).rejects.toThrow(
    "environments/dev.yaml and adopted/dev.json is there already, and nothing is overwritten; choose another name",
  );
});

test("an adoption that was ended in the middle names what it has left, and nothing older", async () => {
  const root = written(
    "images/own.yaml",
    "components/linux/own.yaml",
    "adopted/dev.json",
    "images/web.yaml",
    "terraform/dev/old-providers.tf.json",
    "terraform/prod/more.tf.json",
    "components/linux/agent.yaml",
  );
  await expect(refuseEarlierAdoption(root, "dev")).rejects.toThrow(
    [
      "adopted/dev.json is there and environments/dev.yaml is not: an adoption was ended before it had written all; nothing was written",
      "delete what it has left, and run this again; these files were written since it began:",
      "  adopted/dev.json",
      "  components/linux/agent.yaml",
      "  images/web.yaml",
      "  terraform/dev/old-providers.tf.json",
    ].join("\n"),
  );
});
