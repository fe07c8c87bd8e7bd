import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { copyOfThreeEnvironments } from "../helpers/three-environments";
import { repository, synth, synthesised } from "./harness";

jest.setTimeout(60_000);

/** Every file below a folder, by its path in it. */
function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

describe("the synthesis", () => {
  it("writes the same bytes each time and in each folder, and no path of the machine", async () => {
    const [project, other] = [copyOfThreeEnvironments(), copyOfThreeEnvironments()];
    const first = await synthesised(project, join(project, "cdktf.out"));
    const again = await synthesised(project, join(project, "again.out"));
    const elsewhere = await synthesised(other, join(other, "cdktf.out"));
    const files = filesIn(first);
    expect([...files.keys()]).toEqual(expect.arrayContaining([join("stacks", "sandbox", "cdk.tf.json")]));
    expect(filesIn(again)).toEqual(files);
    expect(filesIn(elsewhere)).toEqual(files);
    const stacks = [...files].filter(([path]) => path.endsWith(".json"));
    const machine = [repository, project, other];
    expect(stacks.filter(([, text]) => machine.some((path) => text.includes(path))).map(([path]) => path)).toEqual([]);
  });

  it("refuses a broken project, says where, and writes nothing", async () => {
    const project = copyOfThreeEnvironments();
    const file = join(project, "images", "linux-base.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("linux/update-os", "linux/update-so"));
    const outdir = join(project, "cdktf.out");
    const { code, output } = await synth(project, outdir).end;
    expect(code).toBe(1);
    expect(output).toMatch(/images\/linux-base\.yaml:4:5/);
    expect(output).not.toMatch(/^\s+at /m);
    expect(existsSync(outdir)).toBe(false);
  });
});
