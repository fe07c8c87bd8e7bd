import { join } from "node:path";

import { runDemo } from "../../../src/cli/demo/run-demo";
import { fakeTerminal } from "../../helpers/fake-terminal";
import { describeWithTools } from "../../helpers/require-tool";
import { sampled, sampleOfEach } from "../../helpers/sample";
import { repository } from "../harness";
import { keptProvider } from "../provider/kept-provider";
import { shippedEnvironments } from "./shipped-environments";

const example = join(repository, "examples", "everything");

/** What a demonstration says, step by step. */
async function demonstrated(project: string, stack: string): Promise<string> {
  const { terminal, texts } = fakeTerminal({ cwd: project, env: { ...process.env, ...keptProvider() } });
  await runDemo({ project, stack, terminal });
  return texts.out;
}

const stacks = [
  ...shippedEnvironments.map((environment) => [environment, repository] as const),
  ...["everything", "open", "receiver-consumer"].map((stack) => [stack, example] as const),
];

/** One that only receives images, and one that builds. */
const receives = (stack: string): boolean => stack.endsWith("-consumer");
const drawn = sampleOfEach(stacks, ([stack]) => receives(stack));

describeWithTools(["terraform", "moto_server"], `the demonstration (${sampled(stacks, drawn.length)})`, () => {
  it.each(drawn)(
    "of %s is applied, has an empty second plan, builds an image, and leaves nothing else",
    async (stack, project) => {
      const said = await demonstrated(project, stack);
      expect(said).toContain("Apply complete!");
      expect(said).toContain("terraform plan: nothing to change");
      expect(said).toContain("Look for anything left: nothing");
      // What only receives images builds none.
      expect(said.includes("AVAILABLE")).toBe(!receives(stack));
    },
  );
});
