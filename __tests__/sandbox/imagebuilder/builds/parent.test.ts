import { componentDocument } from "../fresh-service";
import { account, BuildApi, componentArn, imageArn, infrastructureArn } from "./build-api";

let build: BuildApi;
beforeEach(async () => {
  build = await BuildApi.with(componentDocument);
});
const child = { name: "child", semanticVersion: "1.0.0", components: [{ componentArn }] };
const own = `arn:aws:imagebuilder:us-east-1:${account}:image/base/x.x.x`;

/** Builds an image on a parent; answers it, and the AMI that its build instance started from. */
async function buildOn(parentImage: string): Promise<{ state: object; from: string | undefined }> {
  const { imageRecipeArn } = await build.ok("CreateImageRecipe", { ...child, parentImage });
  let from: string | undefined;
  const launch = build.api.world.launchInstance.bind(build.api.world);
  build.api.world.launchInstance = (details) => {
    from ??= details.imageId;
    return launch(details);
  };
  const { imageBuildVersionArn } = await build.ok("CreateImage", {
    imageRecipeArn,
    infrastructureConfigurationArn: infrastructureArn,
  });
  const { state } = (await build.image(String(imageBuildVersionArn))) as { state: object };
  return { state, from };
}

test("a build starts from the AMI of the newest build of its parent", async () => {
  await build.start();
  await build.start();
  const newest = (await build.image(imageArn.replace(/1$/, "2"))) as {
    outputResources: { amis: { image: string }[] };
  };
  expect(await buildOn(own)).toEqual({
    state: { status: "AVAILABLE" },
    from: newest.outputResources.amis[0]?.image,
  });
});

test("a parent that is gone by then fails the build before any workflow", async () => {
  await build.start();
  await build.ok("CreateImageRecipe", { ...child, parentImage: own });
  await build.api.remove("DeleteImage", "imageBuildVersionArn", imageArn);
  const { imageBuildVersionArn } = await build.ok("CreateImage", {
    imageRecipeArn: `arn:aws:imagebuilder:us-east-1:${account}:image-recipe/child/1.0.0`,
    infrastructureConfigurationArn: infrastructureArn,
  });
  expect(await build.image(String(imageBuildVersionArn))).toMatchObject({
    state: {
      status: "FAILED",
      reason: `The parent image '${own}' does not exist, or is not available.`,
      failureContext: { imageStatus: "CREATING" },
    },
  });
  expect((await build.ok("ListWorkflowExecutions", { imageBuildVersionArn })).workflowExecutions).toEqual([]);
});

test("an AMI and a parameter are taken as they are; what AWS manages has a stand-in", async () => {
  expect(await buildOn("ami-0123456789abcdef0")).toMatchObject({ from: "ami-0123456789abcdef0" });
});

test("a parameter leads to its AMI, and one that is missing to nothing", async () => {
  build.api.world.parameters.set("/team/parent", "ami-0fedcba9876543210");
  expect(await buildOn("ssm:/team/parent")).toMatchObject({ from: "ami-0fedcba9876543210" });
  build = await BuildApi.with(componentDocument);
  expect(await buildOn("ssm:/team/missing")).toMatchObject({
    state: { status: "FAILED", reason: expect.stringContaining("ssm:/team/missing") as unknown },
    from: undefined,
  });
});
