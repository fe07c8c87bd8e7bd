import { inspectProject } from "../../../src/checks/inspect-project";
import { describeFactory } from "../../../src/cli/show/describe-factory";
import { resolveFactories } from "../../../src/project/factories";
import { projectFolder } from "../../helpers/project-folder";

const image = (parent: string) => `parent: ${parent}\ncomponents:\n  - aws: update-linux\n`;

async function describeProject(environment: string): Promise<string[]> {
  const root = projectFolder({
    "images/base.yaml": image("{ os: amazon-linux-2023, architecture: x86_64 }"),
    "images/web.yaml": image("{ image: base }"),
    "images/other.yaml": image("{ ssm: /images/other, platform: Linux }"),
    "containers/app.yaml": image("{ image: amazonlinux:2023 }"),
    "environments/dev.yaml": `account: "123456789012"\nregion: us-east-1\n${environment}`,
  });
  const { project, lock } = await inspectProject(root);
  if (lock === undefined) throw new Error("the project has errors");
  const clock = { now: new Date("2026-01-01T00:00:00Z"), timezone: "Etc/UTC" };
  return resolveFactories(project, lock).flatMap((factory) => describeFactory(factory, clock).split("\n"));
}

describe("what an environment builds", () => {
  it("is shown with what stands on an image right after it, whatever the order of the definitions", async () => {
    const lines = await describeProject(
      "images:\n  web: { schedule: manual }\n  other: { schedule: manual }\n  base: { schedule: manual }\n",
    );
    expect(lines).toEqual([
      "dev: account 123456789012, us-east-1",
      "  image base 1.0.0 on image/amazon-linux-2023-x86/x.x.x, 1 component",
      "    not known to be built: images based on it cannot be deployed before",
      "    by hand",
      "    image web 1.0.0 on base, 1 component",
      "      by hand",
      "  image other 1.0.0 on ssm:/images/other, 1 component",
      "    root volume encrypted only where the parent's is: its device is not known, see parent.rootDevice",
      "    by hand",
      "",
    ]);
  });

  it.each([
    ["buildOnDeploy: true", "    built by Terraform on deploy, for each new version"],
    ["alreadyBuilt: true", "    built already"],
  ])("is shown with how a chain starts: %s", async (start, line) => {
    const lines = await describeProject(
      `images:\n  base: { schedule: manual, ${start} }\n  web: { schedule: manual }\n`,
    );
    expect(lines.slice(1, 5)).toEqual([
      "  image base 1.0.0 on image/amazon-linux-2023-x86/x.x.x, 1 component",
      line,
      "    by hand",
      "    image web 1.0.0 on base, 1 component",
    ]);
  });

  it("is shown with each of its pipelines, or that it has none", async () => {
    const lines = await describeProject(
      "images:\n  base: { schedule: manual, pipelines: { weekly: { schedule: { cron: 0 4 ? * SUN * }, enabled: false } } }\n  other: { schedule: no-pipeline }\n",
    );
    expect(lines.slice(2, 4)).toEqual([
      "    by hand",
      "    pipeline weekly: cron(0 4 ? * SUN *) Etc/UTC, always, disabled",
    ]);
    expect(lines.at(-2)).toBe("    no pipeline");
  });

  it("is shown with containers, schedules and lifecycle policies", async () => {
    const lines = await describeProject(
      [
        "images:",
        "  base:",
        "    enabled: false",
        "    schedule: { cron: 0 4 * * ? *, start: on-updates }",
        "containers:",
        "  app:",
        "    schedule: { cron: 0 4 1 1 ? 2026 }",
        "lifecycle:",
        "  old:",
        "    images: [base]",
        "    rules:",
        "      - { action: deprecate, after: { days: 30 } }",
        "      - { action: delete, keep: 5 }",
        "",
      ].join("\n"),
    );
    expect(lines).toEqual([
      "dev: account 123456789012, us-east-1",
      "  image base 1.0.0 on image/amazon-linux-2023-x86/x.x.x, 1 component",
      "    cron(0 4 * * ? *) Etc/UTC, where there are updates, disabled",
      "  container app 1.0.0 on amazonlinux:2023, 1 component",
      "    cron(0 4 1 1 ? 2026) Etc/UTC, always",
      "      Thu 2026-01-01 04:00 Etc/UTC",
      "  lifecycle policy old, for base (1 version)",
      "    deprecate after 30 days",
      "    delete all but the newest 5 of each recipe version",
      "",
    ]);
  });
});
