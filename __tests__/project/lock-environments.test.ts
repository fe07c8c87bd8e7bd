import { allProblems, inspectProject } from "../../src/checks/inspect-project";
import { exampleProject } from "../../src/definitions/example-texts";
import { severityOf } from "../../src/problems/rule";
import { loadProject } from "../../src/project/load-project";
import { lockEnvironments } from "../../src/project/lock-environments";
import { resolveDefinitions } from "../../src/project/resolved";
import { lockExample } from "../../src/versions/environment-examples";
import { Ledger } from "../../src/versions/ledger";
import { environmentRules } from "../../src/versions/rules";
import { examplesOf, placesOf, unmarked } from "../helpers/example-rules";
import { projectFolder } from "../helpers/project-folder";

const lockFile = "versions.lock.json";
const valid = { "images/base.yaml": exampleProject.image, "environments/dev.yaml": exampleProject.environment };

describe("rules of environments in the lock", () => {
  it.each(examplesOf(environmentRules, "fail"))(
    "%s is found where its example breaks it, and is all that is found",
    async (_title, example, rule) => {
      const { code } = rule;
      const { files, marks } = unmarked(example);
      expect(marks).toHaveLength(1);
      const { problems } = await inspectProject(projectFolder({ ...valid, ...files }));
      // What Terraform is told by hand to forget is not known to be forgotten yet.
      const found = problems.filter((problem) => code !== "manual-state-change" || problem.code !== "out-of-terraform");
      expect(placesOf(found)).toEqual(marks.map((mark) => ({ ...mark, code })));
      expect(found[0]?.severity).toBe(severityOf(rule));
    },
  );

  it.each(examplesOf(environmentRules, "pass"))("%s is fixed by its other example", async (_title, example) => {
    const { problems } = await inspectProject(projectFolder({ ...valid, ...unmarked(example).files }));
    expect(problems).toEqual([]);
  });
});

const dev = (lines: string): Record<string, string> => ({
  "environments/dev.yaml": `account: "123456789012"\nregion: us-east-1\n${lines}images: { base: { schedule: manual } }\n`,
});

/** What the environments of a project come to: what the lock remembers then, and what is said of them. */
async function locked(files: Readonly<Record<string, string>>) {
  const project = await loadProject(projectFolder({ ...valid, ...files }));
  const { ledger, problems: ofLock } = Ledger.read(lockFile, project.lock);
  expect(ofLock).toEqual([]);
  const { environments, problems } = lockEnvironments(project, resolveDefinitions(project), new Map(), ledger);
  const statuses = [...environments].map(
    ([name, { created }]) =>
      [name, Object.fromEntries([...created].map(([address, { status }]) => [address, status]))] as const,
  );
  return { environments, statuses: Object.fromEntries(statuses), problems };
}

describe("lockEnvironments", () => {
  it("takes note of what an environment creates, its place and its stacks, and has nothing to say", async () => {
    const { environments, statuses, problems } = await locked(dev("build: { logs: { create: true } }\n"));
    expect(problems).toEqual([]);
    expect(statuses).toEqual({ dev: { "aws_s3_bucket.documents": "created", "aws_s3_bucket.logs": "created" } });
    expect(environments.get("dev")).toMatchObject({
      account: "123456789012",
      region: "us-east-1",
      stacks: new Map([["builder", "filled"]]),
    });
  });

  it("remembers the names in AWS that were defined, by environment", async () => {
    const project = await loadProject(projectFolder(valid));
    const defined = { what: "image base", name: "base-2", derived: "base", isNew: true };
    const { ledger } = Ledger.read(lockFile, undefined);
    const names = new Map([["dev", new Map([[defined.what, defined]])]]);
    const { environments } = lockEnvironments(project, resolveDefinitions(project), names, ledger);
    expect(environments.get("dev")?.names).toEqual(new Map([["image base", ["base-2"]]]));
  });

  it("keeps a bucket that is no longer defined, and says how it is imported or forgotten", async () => {
    const { statuses, problems } = await locked(lockExample({ dev: { logs: "created" } }));
    expect(statuses.dev).toHaveProperty(["aws_s3_bucket.logs"], "kept");
    expect(problems).toEqual([
      expect.objectContaining({
        file: lockFile,
        code: "out-of-terraform",
        severity: "note",
        message:
          'bucket "ec2imagebuilder-logs-123456789012-us-east-1" of environment "dev" is no longer managed by Terraform, and stays in AWS',
        fix: 'leave it, define it again, or delete it yourself and run "npm run lock -- --forget dev/aws_s3_bucket.logs"',
      }),
    ]);
  });

  it("says nothing of what is destroyed as it was asked to be", async () => {
    const { problems } = await locked(lockExample({ dev: { logs: "destroyed" } }));
    expect(problems).toEqual([]);
  });

  it.each([
    [
      "region",
      '"123456789012"',
      "eu-west-1",
      { line: 2, column: 9 },
      'from "eu-west-1" Terraform would not find what it has created there',
    ],
    [
      "account",
      '"210987654321"',
      "us-east-1",
      { line: 1, column: 10 },
      'from "210987654321" Terraform would not find what it has created there',
    ],
    // The account is what is wrong first: by it alone, nothing of the environment would be found.
    [
      "account and region",
      '"210987654321"',
      "eu-west-1",
      { line: 1, column: 10 },
      'from "210987654321" Terraform would not find what it has created there',
    ],
  ])(
    "refuses another %s at its line, and remembers the environment as it was",
    async (_what, account, region, at, says) => {
      const { environments, problems } = await locked({
        ...lockExample({ dev: {} }),
        "environments/dev.yaml": `account: ${account}\nregion: ${region}\nimages: { base: { schedule: manual } }\n`,
      });
      expect(problems).toEqual([
        expect.objectContaining({ file: "environments/dev.yaml", ...at, code: "environment-moved", severity: "error" }),
      ]);
      expect(problems[0]?.message).toBe(
        `environment "dev" was in account "123456789012" and region "us-east-1"; ${says}`,
      );
      expect(problems[0]?.fix).toContain('run "npm run lock -- --forget dev"');
      expect(environments.get("dev")).toMatchObject({ account: "123456789012", region: "us-east-1" });
    },
  );

  it("warns of each environment that is gone, at its own entry, and remembers it", async () => {
    const lock = lockExample({ dev: {}, north: { region: "eu-north-1" }, west: { region: "eu-west-1" } });
    const { statuses, problems } = await locked(lock);
    const lines = (lock[lockFile] ?? "").split("\n");
    expect(problems.map(({ code, line, fix }) => [code, line, fix])).toEqual(
      ["north", "west"].map((name) => [
        "environment-gone",
        lines.findIndex((line) => line.startsWith(`    "${name}"`)) + 1,
        `bring its file back without images, containers and consumer, and deploy it once more; then, or where nothing of it is left, run "npm run lock -- --forget ${name}"`,
      ]),
    );
    expect(Object.keys(statuses).sort()).toEqual(["dev", "north", "west"]);
  });

  it("takes a renamed environment for the one that is gone, and has nothing to warn of", async () => {
    const { statuses, problems } = await locked(lockExample({ old: {} }));
    expect(problems).toEqual([]);
    expect(statuses).toEqual({ dev: { "aws_s3_bucket.documents": "created" } });
  });

  describe("where Terraform cannot forget", () => {
    const byHand = async (version: string, logs: "created" | "kept" | "destroyed") => {
      const { problems } = await locked({
        ...dev(`terraformVersion: "${version}"\n`),
        ...lockExample({ dev: { logs } }),
      });
      return problems.filter(({ code }) => code === "manual-state-change");
    };

    it("refuses to remove it from the state, and says what to run first", async () => {
      expect(await byHand("1.6.9", "created")).toEqual([
        expect.objectContaining({
          file: "environments/dev.yaml",
          line: 3,
          column: 19,
          severity: "error",
          message:
            'bucket "ec2imagebuilder-logs-123456789012-us-east-1" is no longer defined, and Terraform 1.6.9 could only destroy it',
          fix: 'run "terraform state rm" with aws_s3_bucket.logs and whatever else of that name "terraform state list" shows, then "npm run lock -- --forget dev/aws_s3_bucket.logs"; or deploy with Terraform 1.7 or newer',
        }),
      ]);
    });

    it.each([
      ["1.6", "kept"],
      ["1.6", "destroyed"],
    ] as const)(
      "refuses as well what a newer one has removed from the state: Terraform %s, %s",
      async (version, logs) => {
        expect(await byHand(version, logs)).toHaveLength(1);
      },
    );

    it.each(["created", "kept", "destroyed"] as const)("has nothing against a Terraform that can: %s", async (logs) => {
      expect(await byHand("1.7", logs)).toEqual([]);
    });

    it.each([
      ["imported", "1.4", "import", "1.5"],
      ["recreated", "1.0", "moved", "1.1"],
    ] as const)("refuses what is %s where Terraform %s does not know %s", async (logs, old, block, since) => {
      const logsIn = (version: string) =>
        locked({
          ...dev(`terraformVersion: "${version}"\nbuild: { logs: { create: true } }\n`),
          ...lockExample({ dev: { logs } }),
        });
      expect((await logsIn(old)).problems).toEqual([
        expect.objectContaining({
          code: "manual-state-change",
          line: 3,
          column: 19,
          message: `bucket "ec2imagebuilder-logs-123456789012-us-east-1" is defined again, and Terraform ${old} does not know "${block}"`,
          fix: `run "terraform import" with aws_s3_bucket.logs, then "npm run lock -- --forget dev/aws_s3_bucket.logs"; or deploy with Terraform ${since} or newer`,
        }),
      ]);
      expect((await logsIn(since)).problems).toEqual([]);
    });
  });
});

it("is heard by a check, whose lock is stale besides where nothing is an error", async () => {
  const inspection = await inspectProject(projectFolder({ ...valid, ...lockExample({ dev: { logs: "created" } }) }));
  expect(allProblems(inspection).map(({ code }) => code)).toEqual(
    expect.arrayContaining(["out-of-terraform", "stale-lock"]),
  );
});
