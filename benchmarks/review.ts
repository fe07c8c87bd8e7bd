import { reportIn } from "../src/cli/plans/report";
import { isFault, readPlan } from "../src/review/plan/read-plan";
import { type Review, reviewPlan } from "../src/review/review";

/** Most milliseconds of CPU time for each review below, without the start of Node.js. */
const MOST = 2000;
const MOST_LARGE = 5000;
const MOST_PAGE = 3000;
/** Most bytes of a page, because people send the file around. */
const MOST_BYTES = 2 ** 20;
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

/** Runs something. Returns the CPU time in milliseconds, and the result. */
function measured<T>(run: () => T): { readonly spent: number; readonly made: T } {
  const start = process.cpuUsage();
  const made = run();
  const { user, system } = process.cpuUsage(start);
  return { spent: Math.round((user + system) / 1000), made };
}

function reviewOf(json: string): Review {
  const plan = readPlan(json);
  if (isFault(plan)) throw new Error(plan.message);
  return reviewPlan(plan, {
    title: "benchmark",
    now: new Date(),
    texts: { find: () => undefined, searched: "in Git" },
    accepted: [],
    allDrift: false,
  });
}

function limited(what: string, spent: number, most: number): void {
  console.log(`${what}: ${spent} ms of CPU; at most ${most}`);
  if (spent > most) process.exitCode = 1;
}

const many = measured(() => {
  const review = reviewOf(text);
  for (const format of ["text", "markdown", "json"] as const) reportIn(format, review, { colour: false });
  return review;
});
limited(
  `${CHANGES} changes (${Math.round(text.length / 1024)} KiB), ${many.made.findings.length} findings`,
  many.spent,
  MOST,
);

/** A plan of one environment with documents of this many megabytes, similar to plans with much inline user data and policies. */
const MEGABYTES = 106;
const filler = "x".repeat(500_000);
const large = JSON.stringify({
  format_version: "1.2",
  terraform_version: "1.11.4",
  resource_changes: Array.from({ length: MEGABYTES }, (_, index) =>
    change("aws_s3_object", index, ["update"], { content: filler }, { content: `${filler}${index}` }),
  ),
});
const hundred = measured(() => reportIn("markdown", reviewOf(large), { colour: false }));
limited(
  `${Math.round(large.length / 2 ** 20)} MiB, a comment of ${hundred.made.length} characters`,
  hundred.spent,
  MOST_LARGE,
);

/** An environment with this many images, each with two components, in two regions. */
const IMAGES = 50;
const images = JSON.stringify({
  format_version: "1.2",
  terraform_version: "1.11.4",
  resource_changes: Array.from({ length: IMAGES }, (_, index) => [
    ...[0, 1].map((part) => {
      const component = (version: string) => ({
        arn: arn("component", 2 * index + part, `/${version}/1`),
        name: `x${2 * index + part}`,
        version,
      });
      return change(
        "aws_imagebuilder_component",
        2 * index + part,
        ["create", "delete"],
        component("1.0.0"),
        component("1.0.1"),
      );
    }),
    (() => {
      const recipe = (version: string) => ({
        arn: arn("image-recipe", index, `/${version}`),
        name: `x${index}`,
        version,
        parent_image: "arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x",
        component: [0, 1].map((part) => ({ component_arn: arn("component", 2 * index + part, `/${version}/1`) })),
      });
      return change("aws_imagebuilder_image_recipe", index, ["create", "delete"], recipe("1.0.0"), recipe("1.0.1"));
    })(),
    (() => {
      const pipeline = (version: string) => ({
        arn: arn("image-pipeline", index),
        name: `x${index}`,
        image_recipe_arn: arn("image-recipe", index, `/${version}`),
        distribution_configuration_arn: arn("distribution-configuration", index),
        schedule: [{ schedule_expression: "cron(0 4 ? * SUN *)" }],
      });
      return change("aws_imagebuilder_image_pipeline", index, ["update"], pipeline("1.0.0"), pipeline("1.0.1"));
    })(),
    (() => {
      const distribution = {
        arn: arn("distribution-configuration", index),
        name: `x${index}`,
        distribution: ["us-east-1", "eu-central-1"].map((region) => ({
          region,
          ami_distribution_configuration: [{ name: "x" }],
        })),
      };
      return change("aws_imagebuilder_distribution_configuration", index, ["no-op"], distribution, distribution);
    })(),
  ]).flat(),
});
const page = measured(() => reportIn("html", reviewOf(images), { colour: false }));
limited(`${IMAGES} images, a page of ${Math.round(page.made.length / 1024)} KiB`, page.spent, MOST_PAGE);
if (page.made.length > MOST_BYTES) {
  console.log(`the page is larger than ${MOST_BYTES / 1024} KiB`);
  process.exitCode = 1;
}
