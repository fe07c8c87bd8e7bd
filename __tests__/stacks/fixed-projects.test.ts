import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { allProblems, inspectProject } from "../../src/checks/inspect-project";
import { describeChange } from "../../src/versions/change";
import { synthesise } from "../../stacks/synthesise";
import { projectFolder } from "../helpers/project-folder";

const fixed = join(__dirname, "../fixtures/fixed");

function copyOf(project: string): string {
  const root = projectFolder({});
  cpSync(join(fixed, project), root, { recursive: true });
  return root;
}

/** As Terraform reads it: without CDKTF's comments, which name its own version. */
function stackJson(root: string, stack: string): unknown {
  const text = readFileSync(join(root, "cdktf.out/stacks", stack, "cdk.tf.json"), "utf8");
  return JSON.parse(text, (key, value: unknown) => (key === "//" ? undefined : value));
}

// An upgrade of this software must not build anybody's images anew unasked. Where one of these fails, see CONTRIBUTING.md.
describe.each(["minimal", "typical", "everything"])("the fixed project %s", (project) => {
  it("keeps its versions: nothing in it is locked anew", async () => {
    const root = copyOf(project);
    const inspection = await inspectProject(root);
    expect(inspection.lock?.changes.map(describeChange)).toEqual([]);
    expect(inspection.lock?.text).toBe(readFileSync(join(root, "versions.lock.json"), "utf8"));
    expect(allProblems(inspection).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("keeps its JSON", async () => {
    const root = copyOf(project);
    const { stacks = [] } = await synthesise(root, join(root, "cdktf.out"));
    expect(stacks.length).toBeGreaterThan(0);
    for (const stack of stacks) expect(stackJson(root, stack)).toMatchSnapshot(stack);
  });
});

test("a lock that an earlier release wrote stands for the same, until the next lock writes it in today's words", async () => {
  const root = copyOf("everything");
  const lock = join(root, "versions.lock.json");
  const today = readFileSync(lock, "utf8");
  const stackOf = async () => {
    const { stacks: [stack = ""] = [] } = await synthesise(root, join(root, "cdktf.out"));
    return stackJson(root, stack);
  };
  const expected = await stackOf();
  cpSync(join(fixed, "../former-words/everything.lock.json"), lock);
  const inspection = await inspectProject(root);
  expect(inspection.lock?.changes).toEqual([]);
  expect(allProblems(inspection).filter(({ severity }) => severity === "error")).toEqual([]);
  expect(await stackOf()).toEqual(expected);
  expect(inspection.lock?.text).toBe(today);
});
