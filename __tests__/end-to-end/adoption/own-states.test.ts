import { join } from "node:path";

import fc from "fast-check";

import { startSandbox } from "../../../sandbox/start";
import { sandboxCredentials } from "../../../src/cli/sandbox/sandbox-credentials";
import { terraformEnvironment } from "../../../src/terraform/environment";
import { providerInstallation } from "../../../src/terraform/provider-mirror";
import { filesOfProject, randomProject } from "../../helpers/random-project";
import { describeWithTools } from "../../helpers/require-tool";
import { seed, whole } from "../../helpers/sample";
import { giveNamed, synthesised, temporaryFolder, terraformOn } from "../harness";
import { keptProvider } from "../provider/kept-provider";
import { startOwnProgram } from "../start-own-program";
import { writeProject } from "../write-project";

/** `OWN_STATES=20` tries so many projects, the first of which are those of a smaller number; each takes half a minute. */
const count = Number(process.env.OWN_STATES ?? (whole ? "8" : "1"));
const projects = fc.sample(randomProject, { seed, numRuns: count });

describeWithTools(["terraform", "moto_server"], `what this project has applied (SAMPLE_SEED=${seed})`, () => {
  it.each(projects.map((said, index) => [index + 1, said] as const))(
    "is adopted into an empty folder, where the plan does nothing: project %i",
    async (_number, said) => {
      // Each its own: what all make by default has one name.
      const sandbox = await startSandbox({ environment: process.env });
      try {
        const variables = terraformEnvironment(process.env, {
          ...(await providerInstallation(process.env, temporaryFolder())),
          ...sandboxCredentials(sandbox.endpoint, temporaryFolder()),
          ...keptProvider(),
        });
        const project = temporaryFolder();
        await writeProject(project, filesOfProject(said));
        const outdir = await synthesised(project, join(project, "cdktf.out"));
        await giveNamed(sandbox, outdir, "dev");
        const applied = await terraformOn(outdir, "dev", variables);
        await applied.init();
        await applied.apply();

        const adopted = temporaryFolder();
        const { code, output } = await startOwnProgram(
          adopted,
          ["adopt", "dev", "--from", join(project, "state", "dev.tfstate")],
          variables,
        ).end;
        const told = /^First plan: \d+ moved, (.*)\.$/m.exec(output)?.[1];
        // A text that is inline does not tell what its file was called, which the tags of AMIs hold: those change, and it is said.
        const changed = said.environment.some((line) => line.includes("inline")) ? "\\d+" : "0";
        const nothing = `^0 imported, 0 to add, ${changed} to change, 0 to destroy or replace, 0 unchanged in AWS$`;
        expect({ said, code, output, told }).toMatchObject({
          code: 0,
          told: expect.stringMatching(nothing) as unknown,
        });
        // Where a name is not known, nor is the key of its ARN in the output.
        const notes = output.split("\n").filter((line) => /^ {2}\S+: /.test(line));
        expect(notes.filter((line) => !line.startsWith("  output.image_pipeline_arns: "))).toStrictEqual([]);

        // What adopt says is one thing. What Terraform does is another.
        const again = await synthesised(adopted, join(adopted, "cdktf.out"));
        const terraform = await terraformOn(again, "dev", variables);
        await terraform.init();
        const { changes } = await terraform.plan();
        const unsaid = changes.filter(
          ({ action, address }) => action !== "move" && !(action === "update" && output.includes(`\n  ${address}\n`)),
        );
        expect(unsaid).toStrictEqual([]);
      } finally {
        await sandbox.stop();
      }
    },
  );
});
