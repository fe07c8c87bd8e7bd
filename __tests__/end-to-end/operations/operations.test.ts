import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  CreateLaunchConfigurationCommand,
} from "@aws-sdk/client-auto-scaling";
import {
  CreateLaunchTemplateCommand,
  DeregisterImageCommand,
  DescribeSubnetsCommand,
  DisableImageCommand,
  EC2Client,
  EnableImageDeprecationCommand,
  ModifyImageAttributeCommand,
  RunInstancesCommand,
} from "@aws-sdk/client-ec2";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";

import type { Sandbox } from "../../../sandbox/start";
import { describeWithTools } from "../../helpers/require-tool";
import { writeProject } from "../write-project";
import { type Deployed, deployed, files, lineOf } from "./operated";

const image = (name: string, build: string): string =>
  `arn:aws:imagebuilder:us-east-1:123456789012:image/${name}/${build}`;
/** Version and build, as `build` says it has started them. */
const startedBuild = (output: string, name: string): string =>
  new RegExp(`^${name} +started (\\S+?),?(?: |$)`, "m").exec(output)?.[1] ?? "";

/** The tests follow each other: each finds what the one before has left. */
describeWithTools(["terraform", "moto_server"], "a deployed environment", () => {
  let dev: Deployed;

  beforeAll(async () => {
    dev = await deployed();
    await dev.forget(image("base", "1.0.0/1"), image("middle", "1.0.0/1"));
  });
  afterAll(async () => {
    await dev.sandbox.stop();
  });

  it("builds a chain that was never built, in its order, in a pipe without control characters", async () => {
    const { code, output } = await dev.start("build", "dev", "top").end;
    expect(output).toMatch(
      /base +started .*never built[^]*base +AVAILABLE[^]*middle +started .*never built[^]*middle +AVAILABLE[^]*top +started/,
    );
    expect(output).toMatch(
      /AMI ami-[0-9a-f]{17} {2}us-east-1 {2}account 123456789012\n {2}SSM parameter \/imagebuilder\/top/,
    );

    expect(output).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
    expect(code).toBe(0);
  });

  it("builds what is there already only where all is asked for", async () => {
    expect((await dev.golden("build", "dev", "top")).output).not.toContain("base ");
    expect((await dev.golden("build", "dev", "top", "--all")).output).toMatch(/base +started .*because of --all/);
  });

  it.each([
    ["the build", "base", { step: "Install" }, "components/linux/web.yaml", "Install", ""],
    [
      "a loop",
      "base",
      { step: "Users", iteration: 2 },
      "components/linux/web.yaml",
      "Users",
      "iteration 2 of its loop",
    ],
    ["the validation", "base", { step: "Look", phase: "validate" }, "components/linux/web.yaml", "Look", ""],
    ["the test", "base", { step: "Answer", phase: "test" }, "components/linux/web.yaml", "Answer", ""],
    ["a merged component", "top", { step: "user-2_Add" }, "components/linux/user.yaml", "Add", "merged"],
  ] as const)("leads a failure in %s to its line", async (_, name, place, file, step, said) => {
    for (const failureContext of [true, false]) {
      await dev.sandbox.builds.change({
        failureContext,
        troubles: [{ kind: "component", ...place, exitCode: 7, stderr: "it broke" }],
      });
      const { code, output } = await dev.golden("build", "dev", name);
      expect(output).toContain(`${file}:${lineOf(file, step)}:`);
      expect(output).toMatch(new RegExp(`\\| +- name: ${step}\\n +\\| +\\^{${step.length}}\\n`));
      expect(output).toContain("failed with exit code 7");
      expect(output).toContain("last output:\n      it broke\n");
      expect(output).toContain(failureContext ? said : "");
      expect(code).toBe(1);
    }
    await dev.sandbox.builds.reset();
  });

  it("leads to the text that was built, and says where the step is now, where the file has changed since", async () => {
    const written = files["components/linux/web.yaml"];
    const trouble = { kind: "component", step: "Install", exitCode: 7 } as const;
    const built = `components/linux/web.yaml:${lineOf("components/linux/web.yaml", "Install")}:15 build-failed`;
    for (const [text, note] of [
      [
        `# What the web servers have.\n${written}`,
        /has changed since: the step is now at components\/linux\/web\.yaml:6$/m,
      ],
      [written.replace("name: Install", "name: Instal"), /has changed since, and no longer has this step$/m],
    ] as const) {
      await writeProject(dev.project, { "components/linux/web.yaml": text });
      await dev.sandbox.builds.change({ troubles: [trouble] });
      const { code, output } = await dev.golden("build", "dev", "base");
      expect(output).toContain(built);
      expect(output).toMatch(
        /^ +\d+ \| +- name: Install\n +\| +\^{7}\n +note: this is version 1\.0\.0 of the document/m,
      );
      expect(output).toMatch(note);
      expect(code).toBe(1);
    }
    await writeProject(dev.project, files);
    await dev.sandbox.builds.reset();
  });

  it.each(["no-ssm-contact", "quota", "disk-full", "kms-grant", "ssm-parameter"])(
    "knows the cause of %s",
    async (cause) => {
      await dev.sandbox.builds.change({ troubles: [{ cause }] });
      const { code, output } = await dev.golden("build", "dev", "top");
      await dev.sandbox.builds.reset();
      expect(output).toMatch(/ {2}cause: .*\n {2}→ /);
      expect(code).toBe(1);
    },
  );

  it("starts a build once where the answer to the start is lost, and where AWS throttles or fails", async () => {
    for (const kind of ["drop-after", "throttle", "server-error"] as const) {
      const before = JSON.parse(
        (await dev.golden("images", "dev", "base", "--limit", "99", "--format", "json")).output,
      ) as Listed;
      dev.sandbox.faults.inject([{ kind, at: 1 }]);
      const { code } = await dev.golden("build", "dev", "base");
      dev.sandbox.faults.inject([]);
      const after = JSON.parse(
        (await dev.golden("images", "dev", "base", "--limit", "99", "--format", "json")).output,
      ) as Listed;
      expect(after.images.base?.length).toBe((before.images.base?.length ?? 0) + 1);
      expect(code).toBe(0);
    }
  });

  it("follows a build from another terminal, and does not start it again", async () => {
    await dev.sandbox.builds.change({ pace: "by-hand" });
    const { output } = await dev.golden("build", "dev", "base", "--no-wait");
    const build = startedBuild(output, "base");
    const [again, followed] = [dev.start("build", "dev", "base").end, dev.start("follow", image("base", build)).end];
    const looks = (): number =>
      dev.sandbox.requests.filter(({ operation }) => operation === "ListWorkflowExecutions").length;
    for (const before = looks(); looks() < before + 2;) await new Promise((resolve) => setTimeout(resolve, 50));
    await dev.sandbox.builds.change({ pace: 10 });
    expect((await again).output).toContain(`${build} is already being built; following it`);
    expect(await followed).toMatchObject({
      code: 0,
      output: expect.stringContaining(`base ${build} is AVAILABLE`) as string,
    });
    expect((await again).code).toBe(0);
    await dev.sandbox.builds.reset();
  });

  it.each([
    ["throttle", 0, /! no answer from AWS [^]*connected again[^]* is AVAILABLE/],
    ["server-error", 0, /! no answer from AWS [^]*connected again[^]* is AVAILABLE/],
    ["drop-before", 0, /! no answer from AWS [^]*connected again[^]* is AVAILABLE/],
    ["expired-credentials", 1, /log in again[^]*follow it: .*follow -- dev base@|log in again[^]*follow dev base@/],
  ] as const)("is in the middle of following when %s comes, and starts nothing twice", async (kind, code, said) => {
    await dev.sandbox.builds.change({ pace: "by-hand" });
    const build = startedBuild((await dev.golden("build", "dev", "base", "--no-wait")).output, "base");
    const asked = (operation: string): number =>
      dev.sandbox.requests.filter((each) => each.operation === operation).length;
    const starts = asked("StartImagePipelineExecution");
    const looks = asked("ListWorkflowExecutions");
    const following = dev.start("follow", "dev", `base@${build}`);
    while (asked("ListWorkflowExecutions") < looks + 1) await new Promise((resolve) => setTimeout(resolve, 50));
    // More than its clients try again before one of them gives up.
    dev.sandbox.faults.inject(Array.from({ length: 1000 }, (_, index) => ({ kind, at: index + 1, calls: "reading" })));
    await following.said(code === 0 ? "no answer from AWS" : "log in again");
    dev.sandbox.faults.inject([]);
    await dev.sandbox.builds.change({ pace: 10 });
    expect(await following.end).toEqual({ code, output: expect.stringMatching(said) as string });
    expect(await dev.golden("follow", "dev", `base@${build}`)).toMatchObject({ code: 0 });
    expect(asked("StartImagePipelineExecution")).toBe(starts);
    await dev.sandbox.builds.reset();
  });

  it("builds two images at once, each followed in a terminal of its own", async () => {
    await dev.sandbox.builds.change({ pace: "by-hand" });
    const names = ["base", "middle"];
    const starts = dev.sandbox.requests.length;
    const following = names.map(async (name) => dev.start("build", "dev", name).end);
    const started = (): number =>
      dev.sandbox.requests.slice(starts).filter(({ operation }) => operation === "StartImagePipelineExecution").length;
    while (started() < names.length) await new Promise((resolve) => setTimeout(resolve, 50));
    await dev.sandbox.builds.change({ pace: 10 });
    for (const [index, { code, output }] of (await Promise.all(following)).entries()) {
      const [own = "", other = ""] = index === 0 ? names : names.toReversed();
      expect(output).toMatch(new RegExp(`^${own} \\S+ is AVAILABLE`, "m"));
      expect(output).not.toMatch(new RegExp(`^${other} `, "m"));
      expect(code).toBe(0);
    }
    expect(started()).toBe(names.length);
    await dev.sandbox.builds.reset();
  });

  it("cancels a build", async () => {
    await dev.sandbox.builds.change({ pace: "by-hand" });
    const { output } = await dev.golden("build", "dev", "base", "--no-wait");
    const build = startedBuild(output, "base");
    expect(await dev.golden("cancel", "dev", `base@${build}`)).toMatchObject({ code: 0 });
    expect((await dev.golden("cancel", "dev", `base@${build}`)).output).toContain("is not running: it is CANCELLED");
    await dev.sandbox.builds.reset();
  });

  it("goes on with a build whose test failed, without building anew", async () => {
    await dev.sandbox.builds.change({ troubles: [{ kind: "component", step: "Answer", phase: "test" }] });
    expect((await dev.golden("build", "dev", "base")).code).toBe(1);
    await dev.sandbox.builds.reset();
    expect(await dev.golden("retry", "dev", "base")).toMatchObject({ code: 0 });
  });

  it.each([
    ["approve", "approved; the build continues", { code: 0, said: "is AVAILABLE" }],
    ["reject", "rejected, the build fails", { code: 1, said: "ticket 4711" }],
  ])("waits at a step until somebody says %s, and says so", async (answer, done, end) => {
    expect((await dev.golden("build", "dev", "gated", "--no-wait")).code).toBe(0);
    const follow = async () => dev.golden("follow", "dev", "gated", "--timeout", "1s");
    let seen = await follow();
    while (seen.output.includes("is not finished") && !seen.output.includes("waits for")) seen = await follow();
    expect(seen).toMatchObject({ code: 1, output: expect.stringContaining("? Approve waits for approval") as string });
    const answering = async () => dev.golden(answer, "dev", "gated", "--reason", "ticket 4711");
    expect(await answering()).toEqual({ code: 0, output: `gated Approve: ${done}\n` });
    const { code, output } = await dev.golden("follow", "dev", "gated");
    expect(output).toContain(end.said);
    expect(code).toBe(end.code);
    expect(await answering()).toEqual({ code: 1, output: "error: no step of this build waits for an answer\n" });
  });

  it("promotes, goes back twice, and refuses what is not good", async () => {
    const builds: string[] = [];
    for (let count = 0; count < 3; count++)
      builds.push(startedBuild((await dev.golden("build", "dev", "top")).output, "top"));
    for (const build of builds)
      expect((await dev.golden("promote", "dev", "top", build, "--to", "stable", "--yes")).code).toBe(0);
    for (const back of [builds[1], builds[0]])
      expect((await dev.golden("rollback", "dev", "top", "--yes")).output).toContain(
        `stable of top now points at ${back ?? ""}`,
      );
    expect((await dev.golden("rollback", "dev", "top", "--yes")).output).toContain("there is nothing to go back to");
    const { output } = await dev.golden("channels", "dev", "--format", "json");
    expect(output).toContain("resolve:ssm:/imagebuilder/top:stable");
    expect(output).toContain('"by": "arn:aws:sts::123456789012:user/moto"');
    expect(output).not.toMatch(/"astray": \[\n/);
    await dev.sandbox.builds.change({ troubles: [{ cause: "disk-full" }] });
    const failed = startedBuild((await dev.golden("build", "dev", "top")).output, "top");
    await dev.sandbox.builds.reset();
    const refused = await dev.golden("promote", "dev", "top", failed, "--to", "stable", "--yes");
    expect(refused).toEqual({ code: 1, output: `error: nothing was promoted: top ${failed} is FAILED\n` });
    expect((await dev.golden("promote", "dev", "top", "--to", "stabel", "--yes")).output).toContain(
      'did you mean "stable"?',
    );
    expect(await dev.golden("promote", "dev", "top", "--to", "candidate")).toMatchObject({ code: 1 });
    const further = files["environments/dev.yaml"].replace(
      /(?<=\/imagebuilder\/top \}\]\n)/,
      "      - region: eu-west-1\n",
    );
    await writeProject(dev.project, { "environments/dev.yaml": further });
    const lacking = await dev.golden("promote", "dev", "top", builds[2] ?? "", "--to", "stable", "--yes");
    await writeProject(dev.project, files);
    expect(lacking).toEqual({
      code: 1,
      output: `error: nothing was promoted: top ${builds[2] ?? ""} has no AMI in eu-west-1\n`,
    });
    const none = await dev.golden("promote", "dev", "top", "9.9.9", "--to", "stable", "--yes");
    expect(none).toMatchObject({ code: 1, output: expect.stringContaining("there is no build 9.9.9 of") as string });
  });

  it("promotes for another account, too, which follows by a parameter of its own", async () => {
    const there = async (): Promise<string | undefined> =>
      parameterOf(dev.sandbox, "111122223333", "/golden-images/dev/base/stable");
    const builds: string[] = [];
    const amis: (string | undefined)[] = [];
    for (let count = 0; count < 2; count++) {
      builds.push(startedBuild((await dev.golden("build", "dev", "base")).output, "base"));
      const { code, output } = await dev.golden("promote", "dev", "base", "--to", "stable", "--yes");
      expect({ code, output }).toEqual({
        code: 0,
        output: expect.stringMatching(/^us-east-1 of account 111122223333 {2}(ami-\w+ → )?ami-\w+$/m) as string,
      });
      amis.push(await there());
    }
    const [first, second] = amis;
    expect(first).toMatch(/^ami-/);
    expect(second).not.toBe(first);
    expect((await dev.golden("channels", "dev")).output).toContain(
      `us-east-1 of account 111122223333  ${builds[1] ?? ""}  ${second ?? ""}\n`,
    );
    expect((await dev.golden("rollback", "dev", "base", "--yes")).output).toContain(`now points at ${builds[0] ?? ""}`);
    expect(await there()).toBe(first);
  });

  it.each(["deprecated", "disabled", "deregistered", "untested"] as const)(
    "refuses to promote a build that is %s, and names it",
    async (what) => {
      if (what === "untested")
        await dev.sandbox.builds.change({ troubles: [{ kind: "component", step: "Answer", phase: "test" }] });
      const { output } = await dev.golden("build", "dev", "base");
      await dev.sandbox.builds.reset();
      const build = startedBuild(output, "base");
      const ami = /AMI (ami-[0-9a-f]{17}) {2}us-east-1/.exec(output)?.[1] ?? "";
      await made[what](dev.sandbox, ami);
      const refusal = await dev.golden("promote", "dev", "base", build, "--to", "stable", "--yes");
      expect(refusal).toEqual({ code: 1, output: expect.stringMatching(refusals[what]) as string });
      expect(refusal.output).toContain(`error: nothing was promoted: base ${build} `);
      const listed = await dev.golden("images", "dev", "base", "--limit", "1");
      expect(listed.output).toMatch(shown[what]);
    },
  );

  it("cleans up nothing that a channel names, and only shows what would go", async () => {
    const shown = await dev.golden("clean", "dev", "top", "--keep", "1");
    expect(shown.output).toMatch(/kept top \S+ \(AVAILABLE\)\n {2}channel stable points at ami-/);
    expect(shown.output).toContain("Nothing was removed yet: run it again with --yes");
    expect((await dev.golden("clean", "dev", "top", "--keep", "1", "--yes")).code).toBe(0);
    expect((await dev.golden("clean", "dev", "top", "--keep", "1")).output).toMatch(/nothing to remove\n$/);
    const forced = await dev.golden("clean", "dev", "top", "--force", "ami-1", "--yes");
    expect(forced).toMatchObject({ code: 1, output: expect.stringContaining("write the whole id") as string });
    const unknown = await dev.golden("clean", "dev", "tpo", "--yes");
    expect(unknown).toMatchObject({ code: 1, output: expect.stringContaining('did you mean "top"?') as string });
  });

  it("cleans up nothing that is in use, and says by what", async () => {
    const amis: string[] = [];
    for (let count = 0; count < 5; count++)
      amis.push(
        /^middle .* is AVAILABLE [^]*?AMI (ami-[0-9a-f]{17})/m.exec(
          (await dev.golden("build", "dev", "middle")).output,
        )?.[1] ?? "",
      );
    const [launched, templated, shared, scaled] = amis;
    const ec2 = ec2Of(dev.sandbox);
    await ec2.send(new RunInstancesCommand({ ImageId: launched, InstanceType: "t3.micro", MinCount: 1, MaxCount: 1 }));
    await ec2.send(
      new CreateLaunchTemplateCommand({ LaunchTemplateName: "users", LaunchTemplateData: { ImageId: templated } }),
    );
    await ec2.send(
      new ModifyImageAttributeCommand({ ImageId: shared, LaunchPermission: { Add: [{ UserId: "111122223333" }] } }),
    );
    await scale(dev.sandbox, scaled ?? "");
    const { output } = await dev.golden("clean", "dev", "middle", "--keep", "1");
    expect(output).toMatch(new RegExp(`^  ${launched} in us-east-1 is used by instance i-\\w+$`, "m"));
    expect(output).toContain(`  ${templated} in us-east-1 is used by launch template users\n`);
    expect(output).toContain(`  ${shared} in us-east-1 is shared with 111122223333\n`);
    expect(output).toContain(`  ${scaled} in us-east-1 is used by Auto Scaling group users\n`);
    const removed = await dev.golden("clean", "dev", "middle", "--keep", "1", "--yes");
    expect(removed.output).not.toMatch(new RegExp(`removed[^]*(${launched}|${templated}|${shared}|${scaled})`));
    expect(
      (await dev.golden("clean", "dev", "middle", "--keep", "1", "--force", launched ?? "", "--yes")).output,
    ).toMatch(new RegExp(`^removed middle [^]*${launched}`, "m"));
  });

  it("finds the AMI of a build whose record is gone, keeps it while it is shared, and removes it where it is forced", async () => {
    const built = (await dev.golden("build", "dev", "base")).output;
    const first = startedBuild(built, "base");
    const ami = /AMI (ami-[0-9a-f]{17})/.exec(built)?.[1] ?? "";
    expect((await dev.golden("build", "dev", "base")).code).toBe(0);
    await dev.forget(image("base", first));
    const { output } = await dev.golden("clean", "dev", "base", "--yes");
    expect(output).toContain(`kept base ${first} (no record)\n  ${ami} in us-east-1 is shared with 111122223333\n`);
    const forced = await dev.golden("clean", "dev", "base", "--force", ami, "--yes");
    expect(forced.output).toContain(`removed base ${first} (no record)\n  ${ami}  us-east-1, 1 snapshot\n`);
    expect((await dev.golden("clean", "dev", "base")).output).not.toContain("no record");
  });

  it("refuses credentials of another account before anything is asked, naming both", async () => {
    const calls = dev.sandbox.requests.length;
    const { code, output } = await dev.golden("build", "other", "base");
    expect(output).toContain(
      'environment "other" is in account 210987654321, but these credentials are for account 123456789012',
    );
    expect(code).toBe(1);
    expect(dev.sandbox.requests).toHaveLength(calls);
  });

  it("asks an account for what only it can refuse, and creates nothing", async () => {
    const before = dev.sandbox.requests.length;
    const { code, output } = await dev.golden("check", "--account", "asked");
    const found = [...output.matchAll(/^(\S+):\d+ (account-[a-z-]+) /gm)].map(
      ([, place = "", rule = ""]) => `${place} ${rule}`,
    );
    expect(found).toEqual([
      "environments/asked.yaml:4 account-subnet-missing",
      "environments/asked.yaml:5 account-group-missing",
      "environments/asked.yaml:7 account-type-not-offered",
      "environments/asked.yaml:8 account-key-pair-missing",
      "environments/asked.yaml:9 account-profile-missing",
      "environments/asked.yaml:10 account-bucket-missing",
      "environments/asked.yaml:11 account-role-missing",
      "environments/asked.yaml:12 account-role-missing",
      "environments/asked.yaml:13 account-bucket-missing",
      "environments/asked.yaml:19 account-launch-template-missing",
      "images/from-ami.yaml:1 account-parent-missing",
      "images/from-ssm.yaml:1 account-parameter-missing",
      "images/of-text.yaml:1 account-parameter-value",
      "images/too-small.yaml:1 account-parent-architecture",
      "images/too-small.yaml:3 account-volume-small",
    ]);
    expect(code).toBe(1);
    const created = dev.sandbox.requests.slice(before).filter(({ operation }) => operation.startsWith("Create"));
    expect(created.map(({ error }) => error)).toEqual(["DryRunOperationException"]);
  });

  it("has recipes and configurations judged where nothing is missing, and creates nothing", async () => {
    const before = dev.sandbox.requests.length;
    const { code, output } = await dev.golden("check", "--account", "judged");
    expect(output).toMatch(
      /environments\/judged.yaml:7:\d+ account-recipe-refused Image Builder would refuse recipe "never-built": /,
    );
    expect(output).toMatch(/ account-pipeline-later .* 2 pipelines that are not deployed yet: plain, never-built\n/);
    expect(output.match(/ account-/g)).toHaveLength(2);
    expect(code).toBe(1);
    const created = dev.sandbox.requests.slice(before).filter(({ operation }) => operation.startsWith("Create"));
    expect(new Set(created.map(({ operation }) => operation))).toEqual(
      new Set([
        "CreateComponent",
        "CreateImageRecipe",
        "CreateDistributionConfiguration",
        "CreateInfrastructureConfiguration",
      ]),
    );
    expect(created.filter(({ error }) => error === undefined)).toEqual([]);
  });

  it("has the pipelines that are deployed judged, and changes none of them", async () => {
    const before = dev.sandbox.requests.length;
    expect(await dev.golden("check", "--account", "dev")).toMatchObject({ code: 0 });
    const written = dev.sandbox.requests.slice(before).filter(({ operation }) => /^(Create|Update)/.test(operation));
    const pipelines = written.filter(({ operation }) => operation === "CreateImagePipeline");
    expect(pipelines.map(({ error }) => error)).toEqual(Array(4).fill("DryRunOperationException"));
    // Versions that are deployed are there already, and never change.
    for (const { error } of written) expect(error).toMatch(/^(DryRunOperation|ResourceAlreadyExists)Exception$/);
  });
});

/** What happens to an AMI after it was built. */
const made: Readonly<
  Record<"deprecated" | "disabled" | "deregistered" | "untested", (sandbox: Sandbox, ami: string) => Promise<unknown>>
> = {
  deprecated: async (sandbox, ImageId) =>
    ec2Of(sandbox).send(new EnableImageDeprecationCommand({ ImageId, DeprecateAt: new Date(0) })),
  disabled: async (sandbox, ImageId) => ec2Of(sandbox).send(new DisableImageCommand({ ImageId })),
  deregistered: async (sandbox, ImageId) => ec2Of(sandbox).send(new DeregisterImageCommand({ ImageId })),
  untested: async () => Promise.resolve(),
};

/** Why it is not promoted. */
const refusals = {
  deprecated: /has AMI ami-\w+ in us-east-1, which is deprecated$/m,
  disabled: /has AMI ami-\w+ in us-east-1, which is disabled$/m,
  deregistered: /no longer has its AMI ami-\w+ in us-east-1$/m,
  untested: /is FAILED$/m,
};

/** What `images` says of it. */
const shown = { deprecated: /deprecated/, disabled: /disabled/, deregistered: /deregistered/, untested: /FAILED/ };

const here = {
  region: "us-east-1",
  credentials: { accessKeyId: "sandbox", secretAccessKey: "sandbox" },
};

function ec2Of({ endpoint }: Sandbox): EC2Client {
  return new EC2Client({ ...here, endpoint });
}

/** Makes an Auto Scaling group that launches an AMI. */
async function scale(sandbox: Sandbox, ImageId: string): Promise<void> {
  const { Subnets: [subnet] = [] } = await ec2Of(sandbox).send(new DescribeSubnetsCommand({}));
  const client = new AutoScalingClient({ ...here, endpoint: sandbox.endpoint });
  const LaunchConfigurationName = "users";
  await client.send(
    new CreateLaunchConfigurationCommand({ LaunchConfigurationName, ImageId, InstanceType: "t3.micro" }),
  );
  await client.send(
    new CreateAutoScalingGroupCommand({
      AutoScalingGroupName: "users",
      LaunchConfigurationName,
      MinSize: 0,
      MaxSize: 1,
      VPCZoneIdentifier: subnet?.SubnetId,
    }),
  );
}

interface Listed {
  readonly images: Readonly<Record<string, readonly unknown[]>>;
}

/** Value of an SSM parameter of another account, read as a role of it. */
async function parameterOf({ endpoint }: Sandbox, account: string, name: string): Promise<string | undefined> {
  const place = { endpoint, region: "us-east-1" };
  const sts = new STSClient({ ...place, credentials: { accessKeyId: "sandbox", secretAccessKey: "sandbox" } });
  const role = { RoleArn: `arn:aws:iam::${account}:role/reader`, RoleSessionName: "reader" };
  const { Credentials: { AccessKeyId = "", SecretAccessKey = "", SessionToken } = {} } = await sts.send(
    new AssumeRoleCommand(role),
  );
  const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  const ssm = new SSMClient({ ...place, credentials });
  return (await ssm.send(new GetParameterCommand({ Name: name }))).Parameter?.Value;
}
