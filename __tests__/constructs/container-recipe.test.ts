import { ContainerRecipe } from "../../src/constructs/container-recipe";
import type { ContainerRecipe as ContainerRecipeModel } from "../../src/model/recipe";
import { projectFolder } from "../helpers/project-folder";
import { documentBucketIn, emptyFactory, resourcesOf } from "../helpers/synthesised";

const sha256 = "c".repeat(64);
const root = projectFolder({ "containers/web.Dockerfile": "FROM {{{ imagebuilder:parentImage }}}\n" });
const required: ContainerRecipeModel = {
  kind: "container",
  name: "web",
  recipeName: "web",
  version: "1.0.3",
  parent: { from: "registry", image: "amazonlinux:2023" },
  components: [{ from: "project", document: "linux/update-os", version: "1.0.0", parameters: {} }],
  dockerfile: { content: { file: "containers/web.Dockerfile" }, sha256 },
  volumes: [],
  tags: {},
};
const resourcesWith = (recipe: Partial<ContainerRecipeModel>) =>
  resourcesOf((stack) => {
    new ContainerRecipe(stack, "recipe", {
      recipe: { ...required, ...recipe },
      root,
      bucket: documentBucketIn(stack),
      repositoryName: "repository",
      place: emptyFactory.place,
      componentArn: (document) => `arn of ${document}`,
      keyArn: (key) => (typeof key === "string" ? key : "arn of the created key"),
    });
  });

test("its Dockerfile template is an object whose key holds the content's digest", () => {
  expect(resourcesWith({}).aws_s3_object).toMatchObject({
    "dockerfile-web": {
      bucket: "${aws_s3_bucket.documents.id}",
      key: `dockerfiles/web/${sha256}`,
      source: expect.stringMatching(/^assets\/.*web\.Dockerfile$/) as string,
      content_type: "text/plain",
      lifecycle: { create_before_destroy: true },
    },
  });
});

test("a Dockerfile template that was made at synthesis is written into the object as it stands", () => {
  const text = "FROM {{{ imagebuilder:parentImage }}}\nENV HOME=${HOME} FORMAT=%{x}\n";
  const dockerfile = { content: { text }, sha256 };
  expect(resourcesWith({ dockerfile }).aws_s3_object?.["dockerfile-web"]?.content).toBe(
    "FROM {{{ imagebuilder:parentImage }}}\nENV HOME=$${HOME} FORMAT=%%{x}\n",
  );
});

test("with required props, the recipe is made from that object, before the old one goes", () => {
  expect(resourcesWith({}).aws_imagebuilder_container_recipe).toEqual({
    web: {
      name: "web",
      version: "1.0.3",
      container_type: "DOCKER",
      parent_image: "amazonlinux:2023",
      dockerfile_template_uri: "s3://${aws_s3_object.dockerfile-web.bucket}/${aws_s3_object.dockerfile-web.key}",
      target_repository: { service: "ECR", repository_name: "repository" },
      component: [{ component_arn: "arn of linux/update-os" }],
      lifecycle: {
        create_before_destroy: true,
        ignore_changes: ["dockerfile_template_uri", "dockerfile_template_data", "platform_override"],
      },
    },
  });
});

test("with all props, every text reaches AWS as it is written", () => {
  const volume = { device: "/dev/xvda", size: 50, type: "gp3", encrypted: true, deleteOnTermination: true } as const;
  const recipe = resourcesWith({
    description: "costs 5 ${x}",
    components: [
      { from: "project", document: "linux/install-packages", version: "1.0.0", parameters: { Packages: "%{a} jq" } },
      { from: "arn", arn: "arn:aws:imagebuilder:us-east-1:aws:component/b/x.x.x", parameters: {} },
    ],
    platformOverride: "Linux",
    ami: "ami-0123456789abcdef0",
    volumes: [{ ...volume, kmsKey: { created: true } }],
    kmsKey: "arn:key",
    workingDirectory: "/var/${tmp}",
    tags: { team: "%{platform}" },
  }).aws_imagebuilder_container_recipe?.web;
  expect(recipe).toMatchObject({
    description: "costs 5 $${x}",
    platform_override: "Linux",
    component: [
      { component_arn: "arn of linux/install-packages", parameter: [{ name: "Packages", value: "%%{a} jq" }] },
      { component_arn: "arn:aws:imagebuilder:us-east-1:aws:component/b/x.x.x" },
    ],
    instance_configuration: {
      image: "ami-0123456789abcdef0",
      block_device_mapping: [
        {
          device_name: "/dev/xvda",
          ebs: {
            volume_size: 50,
            volume_type: "gp3",
            encrypted: "true",
            delete_on_termination: "true",
            kms_key_id: "arn of the created key",
          },
        },
      ],
    },
    kms_key_id: "arn:key",
    working_directory: "/var/$${tmp}",
    tags: { team: "%%{platform}" },
  });
});

test("an instance whose AMI is looked up takes it with a version, and no other replaces the recipe", () => {
  const ami = { owners: ["self"], filters: { name: ["docker-*"] } };
  const recipe = resourcesWith({ ami }).aws_imagebuilder_container_recipe?.web;
  expect(recipe).toMatchObject({
    instance_configuration: { image: "${data.aws_ami.web.id}" },
    lifecycle: { ignore_changes: expect.arrayContaining(["instance_configuration[0].image"]) as string[] },
  });
});
