import { Component } from "../../src/constructs/component";
import { DocumentBucket } from "../../src/constructs/document-bucket";
import { projectFolder } from "../helpers/project-folder";
import { resourcesOf } from "../helpers/synthesised";

const sha256 = "a".repeat(64);
const root = projectFolder({ "components/linux/update-os.yaml": "schemaVersion: 1.0\n" });
const resources = resourcesOf((stack) => {
  const bucket = new DocumentBucket(stack, "documents", {
    bucket: { name: "documents", create: true },
    partition: "aws",
  });
  const component = {
    document: "linux/update-os",
    name: "linux-update-os",
    version: "1.0.2",
    description: "Uses ${HOME}",
    platform: "Linux" as const,
    file: "components/linux/update-os.yaml",
    sha256,
    retain: false,
  };
  new Component(stack, "component", { component, documentPath: `${root}/components/linux/update-os.yaml`, bucket });
});

test("its document is an object whose key holds the content's digest, made before the old one goes", () => {
  expect(resources.aws_s3_object?.["linux-update-os"]).toMatchObject({
    bucket: "${aws_s3_bucket.documents.id}",
    key: `components/linux-update-os/${sha256}.yaml`,
    source: expect.stringMatching(/^assets\/.*update-os\.yaml$/) as string,
    lifecycle: { create_before_destroy: true },
  });
  expect(resources.aws_s3_object?.["linux-update-os"]?.depends_on).toContain("aws_s3_bucket_policy.documents");
});

test("the component is made from that object", () => {
  expect(resources.aws_imagebuilder_component?.["linux-update-os"]).toEqual({
    name: "linux-update-os",
    version: "1.0.2",
    platform: "Linux",
    description: "Uses $${HOME}",
    uri: "s3://${aws_s3_object.linux-update-os.bucket}/${aws_s3_object.linux-update-os.key}",
    lifecycle: { create_before_destroy: true },
  });
});
