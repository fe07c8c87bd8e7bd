import { join } from "node:path";

import { runDemo } from "../../../src/cli/demo/run-demo";
import { fakeTerminal } from "../../helpers/fake-terminal";
import { describeWithTools } from "../../helpers/require-tool";
import { sample, sampled } from "../../helpers/sample";
import { repository } from "../harness";
import { shippedEnvironments } from "./shipped-environments";

const example = join(repository, "examples", "everything");

/** What a demonstration says, step by step. */
async function demonstrated(project: string, stack: string): Promise<string> {
  const { terminal, texts } = fakeTerminal({ cwd: project, env: process.env });
  await runDemo({ project, stack, terminal });
  return texts.out;
}

const stacks = [
  ...shippedEnvironments.map((environment) => [environment, repository] as const),
  ...["everything", "open", "receiver-consumer"].map((stack) => [stack, example] as const),
];

describeWithTools(["terraform", "moto_server"], `the demonstration (${sampled(stacks, 2)})`, () => {
  it.each(sample(stacks, 2))(
    "of %s is applied, has an empty second plan, builds an image, and leaves nothing else",
    async (stack, project) => {
      const said = await demonstrated(project, stack);
      expect(said).toContain("Apply complete!");
      expect(said).toContain("terraform plan: nothing to change");
      expect(said).toContain("Look for anything left: nothing");
      // What only receives images builds none.
      expect(said.includes("AVAILABLE")).toBe(stack !== "receiver-consumer");
    },
  );
});
