import { Workflow } from "../../src/constructs/workflow";
import type { Workflow as WorkflowModel } from "../../src/factory/published-document";
import { projectFolder } from "../helpers/project-folder";
import { documentBucketIn, resourcesOf } from "../helpers/synthesised";

const sha256 = "b".repeat(64);
const root = projectFolder({ "workflows/build/image.yaml": "schemaVersion: 1.0\n" });
const required: WorkflowModel = {
  document: "build/image",
  id: "build-image",
  name: "build-image",
  version: "1.0.2",
  tags: {},
  type: "BUILD",
  content: { file: "workflows/build/image.yaml" },
  sha256,
};
const resourcesWith = (workflow: Partial<WorkflowModel>) =>
  resourcesOf((stack) => {
    new Workflow(stack, "workflow", { workflow: { ...required, ...workflow }, root, bucket: documentBucketIn(stack) });
  });

test("its document is an object whose key holds the content's digest, under an address that no component has", () => {
  const { aws_s3_object: objects } = resourcesWith({});
  expect(Object.keys(objects ?? {})).toEqual(["workflow-build-image"]);
  expect(objects?.["workflow-build-image"]).toMatchObject({
    bucket: "${aws_s3_bucket.documents.id}",
    key: `workflows/build-image/${sha256}.yaml`,
    source: expect.stringMatching(/^assets\/.*image\.yaml$/) as string,
    content_type: "application/yaml",
    lifecycle: { create_before_destroy: true },
  });
  expect(objects?.["workflow-build-image"]?.depends_on).toContain("aws_s3_bucket_policy.documents");
});

test("with required props, the workflow is made from that object, before the old one goes", () => {
  expect(resourcesWith({}).aws_imagebuilder_workflow).toEqual({
    "build-image": {
      name: "build-image",
      version: "1.0.2",
      type: "BUILD",
      uri: "s3://${aws_s3_object.workflow-build-image.bucket}/${aws_s3_object.workflow-build-image.key}",
      lifecycle: { create_before_destroy: true, ignore_changes: ["uri", "data", "description"] },
    },
  });
});

test("with all props", () => {
  expect(resourcesWith({ type: "DISTRIBUTION", description: "Takes ${x} and %{y}" })).toMatchObject({
    aws_imagebuilder_workflow: { "build-image": { type: "DISTRIBUTION", description: "Takes $${x} and %%{y}" } },
  });
});
