import { ImageRecipe } from "../../src/constructs/image-recipe";
import type { ImageRecipe as ImageRecipeModel } from "../../src/model/recipe";
import { emptyFactory, stackOf } from "../helpers/synthesised";

const required: ImageRecipeModel = {
  kind: "image",
  name: "base",
  recipeName: "base",
  version: "1.0.3",
  parent: { from: "ami", ami: "ami-0123456789abcdef0" },
  components: [{ from: "project", document: "linux/update-os", version: "1.0.0", parameters: {} }],
  volumes: [],
  tags: {},
};
const stackWith = (recipe: Partial<ImageRecipeModel>) =>
  stackOf(
    (stack) =>
      new ImageRecipe(stack, "recipe", {
        recipe: { ...required, ...recipe },
        place: emptyFactory.place,
        componentArn: (document) => `arn of ${document}`,
        keyArn: (key) => (typeof key === "string" ? key : "arn of the created key"),
      }),
  );
const recipeWith = (recipe: Partial<ImageRecipeModel>) => stackWith(recipe).resource.aws_imagebuilder_image_recipe;

test("with required props, nothing is written that nobody asked for", () => {
  expect(recipeWith({})).toEqual({
    base: {
      name: "base",
      version: "1.0.3",
      parent_image: "ami-0123456789abcdef0",
      component: [{ component_arn: "arn of linux/update-os" }],
      lifecycle: { create_before_destroy: true },
    },
  });
});

test.each([true, false])("what becomes of the SSM agent is written out where it is said: %s", (removeSsmAgent) => {
  expect(recipeWith({ removeSsmAgent })?.base).toMatchObject({
    systems_manager_agent: { uninstall_after_build: removeSsmAgent },
  });
});

test("with all props, components keep their order and every text reaches AWS as it is written", () => {
  const recipe = recipeWith({
    description: "costs 5 ${x}",
    parent: { from: "ssm", parameter: "/${x}" },
    components: [
      { from: "arn", arn: "arn:aws:imagebuilder:us-east-1:aws:component/b/x.x.x", parameters: {} },
      {
        from: "project",
        document: "linux/install-packages",
        version: "1.0.0",
        parameters: { "Packages${x}": "%{a} jq" },
      },
    ],
    volumes: [
      {
        device: "/dev/xvda",
        size: 20,
        type: "gp3",
        iops: 3000,
        throughput: 125,
        encrypted: true,
        kmsKey: "key",
        deleteOnTermination: false,
      },
      {
        device: "/dev/sdf",
        type: "gp3",
        encrypted: true,
        kmsKey: { created: true },
        deleteOnTermination: true,
        snapshot: "snap-1",
      },
    ],
    workingDirectory: "/var/${tmp}",
    userData: "#!/bin/sh\n",
    removeSsmAgent: true,
    tags: { team: "%{platform}" },
  })?.base;
  expect(recipe).toMatchObject({
    description: "costs 5 $${x}",
    parent_image: "ssm:/$${x}",
    component: [
      { component_arn: "arn:aws:imagebuilder:us-east-1:aws:component/b/x.x.x" },
      { component_arn: "arn of linux/install-packages", parameter: [{ name: "Packages$${x}", value: "%%{a} jq" }] },
    ],
    block_device_mapping: [
      {
        device_name: "/dev/xvda",
        ebs: {
          volume_size: 20,
          volume_type: "gp3",
          iops: 3000,
          throughput: 125,
          encrypted: "true",
          delete_on_termination: "false",
          kms_key_id: "key",
        },
      },
      { device_name: "/dev/sdf", ebs: { kms_key_id: "arn of the created key", snapshot_id: "snap-1" } },
    ],
    working_directory: "/var/$${tmp}",
    user_data_base64: Buffer.from("#!/bin/sh\n").toString("base64"),
    systems_manager_agent: { uninstall_after_build: true },
    tags: { team: "%%{platform}" },
  });
});

test("a parent that is looked up is the newest AMI that fits, and another one replaces nothing", () => {
  const stack = stackWith({
    parent: {
      from: "lookUp",
      lookUp: { owners: ["self"], filters: { name: ["corp-${x}-*"], "tag:Stage": ["a", "b"] } },
    },
  });
  expect(stack.data).toEqual({
    aws_ami: {
      base: {
        most_recent: true,
        owners: ["self"],
        filter: [
          { name: "name", values: ["corp-$${x}-*"] },
          { name: "tag:Stage", values: ["a", "b"] },
        ],
      },
    },
  });
  expect(stack.resource.aws_imagebuilder_image_recipe?.base).toMatchObject({
    parent_image: "${data.aws_ami.base.id}",
    lifecycle: { create_before_destroy: true, ignore_changes: ["parent_image"] },
  });
});
