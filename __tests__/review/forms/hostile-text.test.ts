import { graphOfPlan } from "../../../src/review/drawing/graph-of-plan";
import { htmlReport } from "../../../src/review/forms/html";
import { markdownReport } from "../../../src/review/forms/markdown";
import { textReport } from "../../../src/review/forms/text";
import type { Review } from "../../../src/review/review";
import { reviewExample } from "../example-review";

/** Erases lines of a terminal, reorders text, hides itself, and starts commands of CI systems. */
const hostile =
  "::error::a\u001b[2K\u001b[1A\u009b2J\u202eb\u061cc\u00add\u200be\rf\n::warning::g##[error]h##vso[task]i";

const policy = (resource: string) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: hostile, Resource: resource }] });

const change = (
  type: string,
  name: string,
  actions: readonly string[],
  before: object | null,
  after: object | null,
) => ({
  address: `${type}.${name}["${hostile}"]`,
  type,
  name,
  change: { actions, before, after },
});

const recipe = "arn:aws:imagebuilder:us-east-1:123456789012:image-recipe/a/1.0.0";
const component = "arn:aws:imagebuilder:us-east-1:123456789012:component/a/1.0.0/1";

const review: Review = {
  ...reviewExample(
    {
      terraform_version: hostile,
      checks: [
        {
          address: { to_display: hostile },
          status: "fail",
          instances: [{ problems: [{ message: hostile }] }],
        },
      ],
      resource_changes: [
        change("aws_iam_role_policy", "a", ["update"], { policy: policy("a") }, { policy: policy(hostile) }),
        change("aws_sns_topic", "a", ["update"], { display_name: "a" }, { display_name: hostile, [hostile]: hostile }),
        change(hostile, "b", ["delete"], { name: hostile }, null),
        change(
          "aws_imagebuilder_component",
          "a",
          ["update"],
          { arn: component, name: hostile, version: "1.0.0", data: `\ta: 1\n${hostile}\n` },
          { arn: component, name: hostile, version: hostile, data: `\ta: 2\n${hostile}\n` },
        ),
        change(
          "aws_imagebuilder_image_recipe",
          "a",
          ["create", "delete"],
          {
            arn: recipe,
            name: hostile,
            version: "1.0.0",
            component: [{ component_arn: component }],
            parent_image: "b",
          },
          { arn: recipe, name: hostile, version: hostile, component: [], parent_image: hostile, description: hostile },
        ),
        ...["a", "b"].map((name) =>
          change(
            "aws_imagebuilder_image_pipeline",
            name,
            ["update"],
            { name: hostile, image_recipe_arn: recipe, schedule: [{ schedule_expression: "cron(0 4 * * ? *)" }] },
            { name: hostile, image_recipe_arn: recipe, schedule: [{ schedule_expression: hostile }], [name]: hostile },
          ),
        ),
      ],
      resource_drift: [
        change("aws_sns_topic", "drifted", ["update"], { display_name: "a" }, { display_name: hostile }),
        change("aws_iam_role_policy", "drifted", ["update"], { policy: policy("a") }, { policy: policy(hostile) }),
      ],
    },
    ["check-failed"],
  ),
  title: hostile,
};
const placed: Review = {
  ...review,
  stories: review.stories.map((story) => ({ ...story, definedAt: hostile })),
  findings: review.findings.map((finding) => ({ ...finding, definedAt: hostile })),
  documents: review.documents.map((document) => ({ ...document, definedAt: hostile })),
};
const graph = graphOfPlan(placed);

describe.each([
  ["text", textReport(placed, { colour: false })],
  ["Markdown", markdownReport(placed, graph)],
  ["HTML", htmlReport(placed, graph)],
])("hostile texts of a plan in the report as %s", (_form, report) => {
  it("control no terminal and show no other text than there is", () => {
    expect([...report.matchAll(/[^\P{C}\n\t]/gu)].map(([character]) => character)).toEqual([]);
  });

  it("start no command of a CI system", () => {
    expect(report.match(/^\s*::|##\w*\[/gm)).toBeNull();
  });

  it("are all there, escaped", () => {
    // Findings, sections of images, changed texts, other changes, drift.
    expect(report.split("202e").length).toBeGreaterThan(20);
  });
});

it("keeps the tabs of a document", () => {
  const [document] = placed.documents;
  expect(document?.diff.kind === "changed" && document.diff.lines.map(({ text }) => text)).toContain("\ta: 2");
});
