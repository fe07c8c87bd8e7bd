import { reportIn } from "../src/cli/plans/report";
import { isFault, readPlan } from "../src/review/plan/read-plan";
import { reviewPlan } from "../src/review/review";

/** Milliseconds of CPU that the review of so many changes may take, beyond starting node. */
const MOST = 2000;
const CHANGES = 2000;

const policy = (index: number, actions: readonly string[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: actions,
        Resource: [`arn:aws:s3:::bucket-${index}`, `arn:aws:s3:::bucket-${index}/*`],
      },
    ],
  });
const change = (
  type: string,
  index: number,
  actions: readonly string[],
  before: object | null,
  after: object | null,
) => ({
  address: `${type}.x${index}`,
  mode: "managed",
  type,
  name: `x${index}`,
  change: {
    actions,
    before,
    after,
    after_unknown: { id: true },
    before_sensitive: { secret: true },
    after_sensitive: { secret: true },
  },
});
const arn = (kind: string, index: number, version = "") =>
  `arn:aws:imagebuilder:us-east-1:123456789012:${kind}/x${index}${version}`;
const kinds = [
  (index: number) =>
    change(
      "aws_iam_role_policy",
      index,
      ["update"],
      { role: "r", policy: policy(index, ["s3:Get*"]), secret: `secret-value-${index}` },
      { role: "r", policy: policy(index, ["s3:Get*", "s3:Put*"]), secret: `secret-value-${index}` },
    ),
  (index: number) => {
    const recipe = (version: string) => ({
      arn: arn("image-recipe", index, `/${version}`),
      name: `x${index}`,
      version,
      component: [{ component_arn: arn("component", index % 50, "/1.0.0/1") }],
    });
    return change("aws_imagebuilder_image_recipe", index, ["create", "delete"], recipe("1.0.0"), recipe("1.0.1"));
  },
  (index: number) => {
    const pipeline = (version: string) => ({
      arn: arn("image-pipeline", index),
      name: `x${index}`,
      image_recipe_arn: arn("image-recipe", index - 1, `/${version}`),
      schedule: [{ schedule_expression: "cron(0 4 ? * SUN *)" }],
    });
    return change("aws_imagebuilder_image_pipeline", index, ["update"], pipeline("1.0.0"), pipeline("1.0.1"));
  },
  (index: number) =>
    change(
      "aws_imagebuilder_component",
      index,
      ["create", "delete"],
      { name: `c${index}`, version: "1.0.0", data: "line\n".repeat(100) },
      { name: `c${index}`, version: "1.0.1", data: `${"line\n".repeat(99)}other\n` },
    ),
  (index: number) =>
    change("aws_sqs_queue", index, ["delete"], { name: `q${index}`, secret: `hidden-value-${index}` }, null),
];
const text = JSON.stringify({
  format_version: "1.2",
  terraform_version: "1.11.4",
  resource_changes: Array.from({ length: CHANGES }, (_, index) => kinds[index % kinds.length]?.(index)),
});

const start = process.cpuUsage();
const plan = readPlan(text);
if (isFault(plan)) throw new Error(plan.message);
const review = reviewPlan(plan, {
  title: "benchmark",
  clock: { now: new Date() },
  texts: { find: () => undefined, searched: "in Git" },
  accepted: [],
  allDrift: false,
});
for (const format of ["text", "markdown", "json"] as const) reportIn(format, review, false);
const { user, system } = process.cpuUsage(start);
const spent = Math.round((user + system) / 1000);
console.log(
  `${CHANGES} changes (${Math.round(text.length / 1024)} KiB), ${review.findings.length} findings: ${spent} ms of CPU; at most ${MOST}`,
);
process.exitCode = spent > MOST ? 1 : 0;
