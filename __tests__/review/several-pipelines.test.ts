import { reviewExample } from "./example-review";

type Attributes = Readonly<Record<string, unknown>>;
const own = "arn:aws:imagebuilder:us-east-1:123456789012";

function change(kind: string, name: string, actions: readonly string[], before?: Attributes, after = before) {
  const type = `aws_imagebuilder_${kind}`;
  return { address: `${type}.${name}`, type, name, change: { actions, before: before ?? null, after: after ?? null } };
}

const recipe = { name: "base", version: "1.0.0", arn: `${own}:image-recipe/base/1.0.0` };
const pipeline = (name: string, more: Attributes = {}) => ({
  name,
  image_recipe_arn: recipe.arn,
  status: "ENABLED",
  schedule: [],
  ...more,
});
const weekly = [{ schedule_expression: "cron(0 4 ? * SUN *)", timezone: "Etc/UTC" }];
const distribution = { arn: `${own}:distribution-configuration/all`, distribution: [{ region: "eu-west-1" }] };

const unchangedRecipe = change("image_recipe", "base", ["no-op"], recipe);

test("an image with several pipelines has one story, which names each", () => {
  const { stories } = reviewExample({
    resource_changes: [
      unchangedRecipe,
      change(
        "image_pipeline",
        "base_weekly",
        ["update"],
        pipeline("base-weekly"),
        pipeline("base-weekly", { schedule: weekly }),
      ),
      change("image_pipeline", "base", ["no-op"], pipeline("base")),
    ],
  });
  expect(stories).toMatchObject([
    {
      name: "base",
      fate: "changed",
      reasons: ["the schedule of its pipeline base-weekly changes: none → 0 4 ? * SUN * Etc/UTC, on updates"],
      next: expect.stringMatching(/^base: .*; base-weekly: .*29/) as unknown,
    },
  ]);
});

test("a further pipeline that comes or goes changes the image, and neither makes nor removes it", () => {
  const { stories } = reviewExample({
    resource_changes: [
      unchangedRecipe,
      change("image_pipeline", "base", ["no-op"], pipeline("base")),
      {
        ...change("image_pipeline", "base_new", ["create"]),
        change: { actions: ["create"], before: null, after: pipeline("base-new") },
      },
      {
        ...change("image_pipeline", "base_old", ["delete"]),
        change: { actions: ["delete"], before: pipeline("base-old"), after: null },
      },
    ],
  });
  expect(stories).toMatchObject([
    { name: "base", fate: "changed", reasons: ["its pipeline base-new is new", "its pipeline base-old goes"] },
  ]);
});

test("what images share is told of each that it changes", () => {
  const shared = { distribution_configuration_arn: distribution.arn };
  const web = { ...recipe, name: "web", arn: `${own}:image-recipe/web/1.0.0` };
  const { stories } = reviewExample({
    resource_changes: [
      unchangedRecipe,
      change("image_recipe", "web", ["no-op"], web),
      change("image_pipeline", "base", ["no-op"], pipeline("base", shared)),
      change("image_pipeline", "web", ["no-op"], pipeline("web", { ...shared, image_recipe_arn: web.arn })),
      change("distribution_configuration", "all", ["update"], distribution, {
        ...distribution,
        distribution: [{ region: "eu-west-1" }, { region: "eu-west-2" }],
      }),
    ],
  });
  const also = { fate: "changed", reasons: ["it also goes to eu-west-2"] };
  expect(stories).toMatchObject([
    { name: "base", ...also },
    { name: "web", ...also },
  ]);
});

test("a recipe that nothing builds is a story of its own, without a next run", () => {
  const { stories } = reviewExample({ resource_changes: [unchangedRecipe] });
  expect(stories).toMatchObject([{ name: "base", fate: "same", next: undefined }]);
});

test("what is known only after apply is not reported as missing", () => {
  const shared = { distribution_configuration_arn: distribution.arn };
  const sharing = (description: string, user_ids?: readonly string[]) => ({
    ...distribution,
    description,
    distribution: [{ region: "eu-west-1", ami_distribution_configuration: [{ launch_permission: [{ user_ids }] }] }],
  });
  const changing = (resource: ReturnType<typeof change>, after_unknown: object) => ({
    ...resource,
    change: { ...resource.change, after_unknown },
  });
  const { stories } = reviewExample({
    resource_changes: [
      unchangedRecipe,
      changing(
        change(
          "image_pipeline",
          "base",
          ["update"],
          pipeline("base", { ...shared, schedule: weekly }),
          pipeline("base", { ...shared, schedule: [{}], status: "DISABLED" }),
        ),
        { schedule: [{ schedule_expression: true }] },
      ),
      changing(
        change("distribution_configuration", "all", ["update"], sharing("old", ["111122223333"]), sharing("new")),
        {
          distribution: [{ ami_distribution_configuration: [{ launch_permission: [{ user_ids: true }] }] }],
        },
      ),
    ],
  });
  expect(stories).toMatchObject([
    {
      reasons: [
        "its schedule changes: 0 4 ? * SUN * Etc/UTC, on updates → known after apply",
        "its pipeline is disabled",
        'its distribution changes: description "old" → "new"',
      ],
      next: "next run known after apply",
    },
  ]);
});

test("a parent that is new is not reported as rebuilt", () => {
  const parent = (image: string) => ({
    ...recipe,
    name: "web",
    arn: `${own}:image-recipe/web/1.0.0`,
    parent_image: image,
  });
  const after = { ...parent(`${own}:image/base/x.x.x`), version: "1.0.1" };
  const { stories } = reviewExample({
    resource_changes: [
      { ...unchangedRecipe, change: { actions: ["create"], before: null, after: recipe } },
      change("image_recipe", "web", ["create", "delete"], parent("ami-1"), after),
    ],
  });
  expect(stories).toMatchObject([
    { name: "base", fate: "new" },
    { name: "web", reasons: ["its parent ami-1 was replaced by image/base/x.x.x", "its parent base is new"] },
  ]);
});
