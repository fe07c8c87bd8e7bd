import { projectView } from "../../../src/cli/plans/project-view";
import { reportIn, reviewOf } from "../../../src/cli/plans/report";
import { loadProject } from "../../../src/project/load-project";
import { recordedPlan } from "../../end-to-end/plans/recorded-plan";
import { bases, scenarios } from "../../end-to-end/plans/scenarios";
import { projectFolder } from "../../helpers/project-folder";

const base = bases.project;
const environment = base["environments/dev.yaml"] ?? "";

/** Number of the line of the environment that holds a text. */
function lineOf(text: string, within = environment): number {
  const index = within.split("\n").findIndex((line) => line.includes(text));
  if (index < 0) throw new Error(`there is no "${text}"`);
  return index + 1;
}

async function viewOf(files: Readonly<Record<string, string>> = base) {
  return projectView(await loadProject(projectFolder({ ...files })), "dev");
}

describe("where a project defines what a plan changes", () => {
  it.each([
    ["aws_imagebuilder_component.linux-shared", undefined, "components/linux/shared.yaml"],
    ["aws_imagebuilder_workflow.test-smoke", undefined, "workflows/test/smoke.yaml"],
    ["aws_imagebuilder_image_recipe.web", undefined, "images/web.yaml:1"],
    ["aws_imagebuilder_container_recipe.app", undefined, "containers/app.yaml:1"],
    ["aws_imagebuilder_image_pipeline.base", undefined, `environments/dev.yaml:${lineOf("  base:")}`],
    ["aws_imagebuilder_image_pipeline.base", "schedule-removed", `environments/dev.yaml:${lineOf("0 4 ?")}`],
    [
      "aws_imagebuilder_distribution_configuration.base",
      "shared-with-more",
      `environments/dev.yaml:${lineOf("distribute:")}`,
    ],
    ["aws_imagebuilder_lifecycle_policy.fast", undefined, `environments/dev.yaml:${lineOf("  fast:")}`],
    ["aws_ecr_repository.app", undefined, `environments/dev.yaml:${lineOf("repository:")}`],
    ["aws_kms_key.images-us-east-1", undefined, `environments/dev.yaml:${lineOf("encryption:")}`],
    ["aws_s3_bucket_policy.logs", undefined, `environments/dev.yaml:${lineOf("logs:")}`],
    ["aws_s3_bucket.documents", undefined, `environments/dev.yaml:${lineOf("documents:")}`],
    ["aws_iam_role_policy.build", undefined, `environments/dev.yaml:${lineOf("instanceProfile:")}`],
    [
      "aws_imagebuilder_infrastructure_configuration.image-factory",
      undefined,
      `environments/dev.yaml:${lineOf("build:")}`,
    ],
    // A default has no line.
    ["aws_iam_role.execution", undefined, undefined],
    ["module.other.aws_s3_bucket.logs", undefined, undefined],
    ["aws_sqs_queue.jobs", undefined, undefined],
  ])("%s (%s)", async (address, code, place) => {
    expect((await viewOf()).definedAt(address, code)).toBe(place);
  });

  it("finds what is removed from the state, at the address where Terraform forgets it", async () => {
    const files = { ...base, "environments/dev.yaml": environment.replace(/ {2}logs: .*\n/, "") };
    expect((await viewOf(files)).definedAt("aws_s3_bucket.logs__let-go")).toBeUndefined();
    expect((await viewOf()).definedAt("aws_s3_bucket.logs__let-go")).toBe(`environments/dev.yaml:${lineOf("logs:")}`);
  });
});

describe("a report of a plan of a project", () => {
  const report = async (name: string, format: "text" | "markdown" | "html" | "json", edit = (text: string) => text) => {
    const scenario = scenarios.find((each) => each.name === name);
    if (scenario === undefined) throw new Error(`there is no scenario "${name}"`);
    const files = scenario.edit(base);
    const project = await viewOf({ ...files, "environments/dev.yaml": edit(files["environments/dev.yaml"] ?? "") });
    const review = reviewOf(
      {
        title: "dev",
        json: JSON.stringify(recordedPlan(name)),
        texts: { find: () => undefined, searched: "" },
        project,
      },
      { format, accepted: [], showUserData: false },
      new Date("2026-11-26T12:00:00Z"),
    );
    return reportIn(format, review, { colour: false });
  };

  it.each(["text", "markdown", "html", "json"] as const)("names the line of the YAML: %s", async (format) => {
    const text = await report("sharing-widened", format);
    expect(text).toContain(`environments/dev.yaml:${lineOf("distribute:")}`);
    expect(await report("component-edited", format)).toMatch(/components\/linux\/shared\\?\.yaml/);
  });

  const withChannels = (text: string) => `${text}channels: [candidate, stable]\n`;

  it.each(["text", "markdown", "html"] as const)("says what channels do: %s", async (format) => {
    expect(await report("component-edited", format, withChannels)).toContain(
      "no channel moves until a build is promoted",
    );
    expect(await report("image-removed", format, withChannels)).toContain("parameters of its channels stay");
    expect(await report("schedule-changed", format, withChannels)).not.toContain("channels");
    expect(await report("component-edited", format)).not.toContain("channels");
  });

  it("says that a lifecycle policy deletes what a channel points at, too", async () => {
    const text = await report("lifecycle-shortened", "text", withChannels);
    expect(text).toMatch(/lifecycle-deletes: .*; the builds that "?candidate"?.*"?stable"? point at are not left out/);
    expect(await report("lifecycle-shortened", "text")).not.toContain("point at");
  });
});
