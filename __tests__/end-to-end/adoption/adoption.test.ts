import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Sandbox, startSandbox } from "../../../sandbox/start";
import { sandboxCredentials } from "../../../src/cli/sandbox/sandbox-credentials";
import { terraformEnvironment } from "../../../src/terraform/environment";
import { providerInstallation } from "../../../src/terraform/provider-mirror";
import { terraformIn } from "../../../src/terraform/terraform";
import { describeWithTools } from "../../helpers/require-tool";
import { sample, sampled } from "../../helpers/sample";
import { stateOf011 } from "../../helpers/state-of-0-11";
import { repository, synthesised, temporaryFolder, terraformOn } from "../harness";
import { keptProvider } from "../provider/kept-provider";
import { startOwnProgram } from "../start-own-program";
import { writeProject } from "../write-project";

const fixtures = join(repository, "__tests__", "fixtures", "adoption");

interface Configuration {
  /** A component, which is edited. */
  readonly document: string;
  readonly address: string;
  /** Its versions before and after. */
  readonly before: string;
  readonly after: string;
  /** What is in AWS and in no state. */
  readonly imports?: readonly string[];
}

/** What each configuration holds that has to be there afterwards. */
const configurations: Readonly<Record<string, Configuration>> = {
  plain: { document: "linux/monitoring-agent", address: "linux-monitoring-agent", before: "2.5.7", after: "2.5.8" },
  module: { document: "linux/web-packages", address: "linux-web-packages", before: "1.4.0", after: "1.4.1" },
  windows: { document: "windows/iis", address: "windows-iis", before: "0.9.3", after: "0.9.4" },
  "one-name": { document: "linux/golden", address: "linux-golden", before: "1.0.17200000", after: "1.0.17200001" },
  pipelines: { document: "linux/fleet-agent", address: "linux-fleet-agent", before: "3.1.4", after: "3.1.5" },
  containers: { document: "linux/app", address: "linux-app", before: "1.1.1", after: "1.1.2" },
  "component-files": {
    document: "linux/golden-dev-harden",
    address: "linux-golden-dev-harden",
    before: "0.9.11",
    after: "0.9.12",
  },
  "own-network": { document: "linux/acme-app", address: "linux-acme-app", before: "1.0.7", after: "1.0.8" },
  "containers-in-s3": {
    document: "linux/corporate-certs",
    address: "linux-corporate-certs",
    before: "0.1.0",
    after: "0.1.1",
  },
  "mixed-state": {
    document: "linux/cis-benchmark-level-1",
    address: "linux-cis-benchmark-level-1",
    before: "2.0.0",
    after: "2.0.1",
  },
  "two-regions": {
    document: "linux/corp-agents",
    address: "linux-corp-agents",
    before: "4.12.1",
    after: "4.12.2",
    imports: ["aws_s3_bucket.documents=corp-shared-artifacts"],
  },
  architectures: { document: "macos/runner-mac", address: "macos-runner-mac", before: "0.1.0", after: "0.1.1" },
  "nested-modules": {
    document: "linux/prod-component-2",
    address: "linux-prod-component-2",
    before: "1.0.0",
    after: "1.0.1",
  },
};

interface Shown {
  readonly values: {
    readonly root_module: { readonly resources: readonly { address: string; values: { version?: string } }[] };
  };
}

describeWithTools(
  ["terraform", "moto_server"],
  `what plain Terraform made (${sampled(Object.keys(configurations), 1)})`,
  () => {
    let sandbox: Sandbox;
    let variables: NodeJS.ProcessEnv;

    // Each its own: what several make by default has one name.
    beforeEach(async () => {
      sandbox = await startSandbox({ environment: process.env });
      variables = terraformEnvironment(process.env, {
        ...(await providerInstallation(process.env, temporaryFolder())),
        ...sandboxCredentials(sandbox.endpoint, temporaryFolder()),
        ...keptProvider(),
      });
    });

    afterEach(async () => {
      await sandbox.stop();
    });

    const adopt = (project: string, ...args: string[]) => run(project, "adopt", "dev", ...args);

    const run = (project: string, ...args: string[]) => startOwnProgram(project, args, variables).end;

    async function applied(fixture: string): Promise<string> {
      const code = temporaryFolder();
      cpSync(join(fixtures, fixture), code, { recursive: true });
      // What is there before, and no part of the state.
      const before = join(code, "before");
      if (existsSync(before)) {
        const byHand = terraformIn({ folder: before, environment: variables });
        await byHand.init();
        await byHand.apply();
      }
      const terraform = terraformIn({ folder: code, environment: variables });
      await terraform.init();
      await terraform.apply();
      return code;
    }

    it.each(sample(Object.entries(configurations), 1))(
      "moves in from the configuration %s, and goes on from there",
      async (fixture, { document, address, before, after, imports = [] }) => {
        const old = await applied(fixture);
        const project = temporaryFolder();
        const { code, output } = await adopt(
          project,
          "--from",
          join(old, "terraform.tfstate"),
          "--terraform",
          old,
          ...imports.flatMap((each) => ["--import", each]),
        );
        expect({ code, output }).toMatchObject({
          code: 0,
          output: expect.stringMatching(
            new RegExp(` ${imports.length} imported, .* 0 to destroy or replace`),
          ) as unknown,
        });

        const outdir = join(project, "cdktf.out");
        await synthesised(project, outdir);
        const terraform = await terraformOn(outdir, "dev", variables);
        await terraform.init();
        const first = await terraform.plan();
        const made = first.changes.filter(({ action }) => action === "create").map(({ address: at }) => at);
        expect(made.filter((at) => at.startsWith("aws_imagebuilder_"))).toStrictEqual([]);
        expect(
          first.changes.filter(
            ({ action }) => !["create", "update", "move", "remove", "forget", "import"].includes(action),
          ),
        ).toStrictEqual([]);
        await terraform.apply();
        expect(await terraform.plan()).toStrictEqual({ empty: true, changes: [] });
        const version = async (): Promise<string | undefined> =>
          ((await terraform.show()) as Shown).values.root_module.resources.find(
            (resource) => resource.address === `aws_imagebuilder_component.${address}`,
          )?.values.version;
        expect(await version()).toBe(before);

        const file = join("components", `${document}.yaml`);
        await writeProject(project, { [file]: `${readFileSync(join(project, file), "utf8")}# edited\n` });
        await synthesised(project, outdir);
        await terraform.apply();
        expect(await version()).toBe(after);
        expect((await terraform.plan()).empty).toBe(true);
      },
    );

    it("takes a state as Terraform 0.12 wrote it, and proves it later as well", async () => {
      const code = temporaryFolder();
      cpSync(join(fixtures, "one-name"), code, { recursive: true });
      const main = join(code, "main.tf");
      writeFileSync(main, readFileSync(main, "utf8").replace('name = "golden"', 'name = "older"'));
      const terraform = terraformIn({ folder: code, environment: variables });
      await terraform.init();
      await terraform.apply();
      const old = join(code, "old.tfstate");
      writeFileSync(
        old,
        readFileSync(join(code, "terraform.tfstate"), "utf8").replaceAll(
          'provider[\\"registry.terraform.io/hashicorp/aws\\"]',
          "provider.aws",
        ),
      );
      const project = temporaryFolder();
      expect(await adopt(project, "--from", old)).toMatchObject({ code: 0 });
      expect(await adopt(project, "--check")).toMatchObject({
        code: 0,
        output: expect.stringContaining("Nothing is destroyed, nothing is replaced.") as unknown,
      });
    });

    it("takes a state as Terraform 0.11 wrote it", async () => {
      const code = await applied("plain");
      const old = join(code, "old.tfstate");
      writeFileSync(old, stateOf011(readFileSync(join(code, "terraform.tfstate"), "utf8")));
      const project = temporaryFolder();
      expect(await adopt(project, "--from", old, "--terraform", code)).toMatchObject({
        code: 0,
        output: expect.stringContaining(" 0 to destroy or replace") as unknown,
      });
      expect(await adopt(project, "--check")).toMatchObject({ code: 0 });
    });

    it("is hardened in a second step: shown, proven, written, applied", async () => {
      const code = await applied("plain");
      const project = temporaryFolder();
      await adopt(project, "--from", join(code, "terraform.tfstate"), "--terraform", code);
      const outdir = join(project, "cdktf.out");
      await synthesised(project, outdir);
      const terraform = await terraformOn(outdir, "dev", variables);
      await terraform.init();
      await terraform.apply();

      const environment = join(project, "environments", "dev.yaml");
      const commented = `# of the team\n${readFileSync(environment, "utf8")}`;
      writeFileSync(environment, commented);
      const shown = await run(project, "harden", "dev");
      expect(shown).toMatchObject({ code: 0, output: expect.stringContaining("Nothing was written.") as unknown });
      expect(readFileSync(environment, "utf8")).toBe(commented);

      expect(await run(project, "harden", "dev", "--write")).toMatchObject({ code: 0 });
      const hardened = readFileSync(environment, "utf8");
      expect(hardened).not.toBe(commented);
      expect(hardened.startsWith("# of the team\n")).toBe(true);
      for (const kept of ["protection:", "as-ami", "overrides:"]) expect(hardened).not.toContain(kept);

      await synthesised(project, outdir);
      const plan = await terraform.plan();
      expect(plan.changes.map(({ action }) => action)).not.toContain("delete");
      await terraform.apply();
      expect((await terraform.plan()).empty).toBe(true);
      expect(await run(project, "harden", "dev")).toEqual({ code: 0, output: "Nothing is left to harden.\n" });
    });

    it("refuses a state from which the plan cannot be made, and writes nothing", async () => {
      const project = temporaryFolder();
      const from = join(temporaryFolder(), "cut.tfstate");
      writeFileSync(from, '{ "version": 4, "resources": [');
      expect(await adopt(project, "--from", from)).toMatchObject({
        code: 1,
        output: expect.stringContaining("state-cut-off") as unknown,
      });
      expect(readdirSync(project)).toStrictEqual([]);
    });
  },
);
