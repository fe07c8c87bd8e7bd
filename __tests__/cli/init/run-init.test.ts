import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { managedImageNames } from "../../../src/aws/managed-images";
import { allProblems, inspectProject } from "../../../src/checks/inspect-project";
import { type Answers, contradiction, questions } from "../../../src/cli/init/answers";
import { initProject } from "../../../src/cli/init/run-init";
import { projectFolder } from "../../helpers/project-folder";

const answers: Answers = { account: "111122223333", region: "us-east-1", os: "amazon-linux-2023" };
const subnet = "subnet-0a1b2c3d4e5f60718";

describe("a new project", () => {
  it.each(managedImageNames)("passes check with its lock, on %s", async (os) => {
    const folder = projectFolder({});
    const { problems, written } = await initProject(folder, { ...answers, os });
    expect(problems).toStrictEqual([]);
    expect(written).toHaveLength(9);
    expect(allProblems(await inspectProject(folder))).toStrictEqual([]);
  });

  it.each([
    ["a security group", { securityGroup: "sg-0a1b2c3d4e5f60718" }],
    ["a VPC to make one in", { vpc: "vpc-0a1b2c3d4e5f60718" }],
  ])("builds in a subnet with %s, and keeps its state in a bucket", async (_, given) => {
    const folder = projectFolder({});
    const { problems } = await initProject(folder, { ...answers, subnet, ...given, stateBucket: "example-states" });
    expect(problems).toStrictEqual([]);
    const { project } = await inspectProject(folder);
    expect(project.environments.get("dev")?.value).toMatchObject({
      network: { subnet },
      state: { s3: { bucket: "example-states", key: "golden-images/dev.tfstate", region: "us-east-1" } },
    });
  });

  it("tells editors of a schema for each definition", async () => {
    const folder = projectFolder({});
    await initProject(folder, answers);
    const lines = ["images/linux-base.yaml", "environments/dev.yaml", "components/README.md"].flatMap((file) =>
      [
        ...readFileSync(join(folder, file), "utf8").matchAll(/\$schema=(?:\.\.\/)+node_modules\/golden-images\/(.+)/g),
      ].map(([, schema = ""]) => schema),
    );
    expect(lines).toStrictEqual(["image", "environment", "component"].map((kind) => `schemas/${kind}.schema.json`));
    for (const schema of lines) expect(existsSync(join(__dirname, "../../..", schema))).toBe(true);
  });

  it("overwrites no file", async () => {
    const folder = projectFolder({});
    writeFileSync(join(folder, "package.json"), "{}");
    const { kept } = await initProject(folder, answers);
    expect(kept).toStrictEqual(["package.json"]);
    expect(readFileSync(join(folder, "package.json"), "utf8")).toBe("{}");
    expect((await initProject(folder, answers)).written).toStrictEqual([]);
  });

  it("writes nothing where what was asked for would not pass check", async () => {
    const folder = projectFolder({});
    const { problems, written } = await initProject(folder, { ...answers, region: "mars-east" });
    expect(problems.map(({ code }) => code)).toContain("invalid-value");
    expect(written).toStrictEqual([]);
  });
});

describe("an answer about the region", () => {
  it.each([
    ["us-east-1", undefined],
    ["eu-central-3", undefined],
    ["us-esat-1", 'did you mean "us-east-1"?'],
    ["123", "write a region of AWS, e.g. us-east-1"],
  ])("%s", (region, fault) => {
    expect(questions.region.fault(region)).toBe(fault);
  });
});

describe("answers as a whole", () => {
  it.each([
    [{}, undefined],
    [{ subnet, vpc: "vpc-0a1b2c3d" }, undefined],
    [{ subnet, securityGroup: "sg-0a1b2c3d" }, undefined],
    [{ subnet }, "--subnet needs --security-group"],
    [{ vpc: "vpc-0a1b2c3d" }, "need the --subnet"],
    [{ subnet, vpc: "vpc-0a1b2c3d", securityGroup: "sg-0a1b2c3d" }, "exclude each other"],
  ])("%j", (given, message) => {
    expect(contradiction({ ...answers, ...given }) ?? "").toContain(message ?? "");
    expect(contradiction({ ...answers, ...given }) === undefined).toBe(message === undefined);
  });
});
