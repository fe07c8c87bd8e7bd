import { Component } from "../../src/constructs/component";
import type { Component as ComponentModel } from "../../src/factory/published-document";
import { projectFolder } from "../helpers/project-folder";
import { documentBucketIn, resourcesOf } from "../helpers/synthesised";

const sha256 = "a".repeat(64);
const root = projectFolder({ "components/linux/update-os.yaml": "schemaVersion: 1.0\n" });
const required: ComponentModel = {
  document: "linux/update-os",
  id: "linux-update-os",
  name: "linux-update-os",
  version: "1.0.2",
  tags: {},
  platform: "Linux",
  supportedOsVersions: [],
  content: { file: "components/linux/update-os.yaml" },
  sha256,
  retain: false,
};
const resourcesWith = (component: Partial<ComponentModel>, inline = false) =>
  resourcesOf((stack) => {
    new Component(stack, "component", {
      component: { ...required, ...component },
      root,
      bucket: documentBucketIn(stack, inline),
    });
  });

test("its document is an object whose key holds the content's digest, created before the old one goes", () => {
  const object = resourcesWith({}).aws_s3_object?.["linux-update-os"];
  expect(object).toMatchObject({
    bucket: "${aws_s3_bucket.documents.id}",
    key: `components/linux-update-os/${sha256}.yaml`,
    source: expect.stringMatching(/^assets\/.*update-os\.yaml$/) as string,
    content_type: "application/yaml",
    lifecycle: { create_before_destroy: true },
  });
  expect(object?.depends_on).toContain("aws_s3_bucket_policy.documents");
});

test("a document that was made at synthesis is written into the object, and Terraform takes it as it stands", () => {
  const text = 'commands: [echo "${HOME}", curl -w "%{http_code}"]\n';
  const object = resourcesWith({ content: { text } }).aws_s3_object?.["linux-update-os"];
  expect(object).not.toHaveProperty("source");
  expect(object?.content).toBe('commands: [echo "$${HOME}", curl -w "%%{http_code}"]\n');
});

test("inline, Terraform reads the document's file, and evaluates nothing in it", () => {
  const component = resourcesWith({}, true).aws_imagebuilder_component?.["linux-update-os"];
  expect(component).not.toHaveProperty("uri");
  expect(component?.data).toMatch(/^\$\{file\("assets\/[^"]*\/update-os\.yaml"\)\}$/);
});

test("inline, a document that was made at synthesis is taken as it stands", () => {
  const content = { text: 'commands: [echo "${HOME}", curl -w "%{http_code}"]\n' };
  const component = resourcesWith({ content }, true).aws_imagebuilder_component?.["linux-update-os"];
  expect(component?.data).toBe('commands: [echo "$${HOME}", curl -w "%%{http_code}"]\n');
});

test("with required props, the component is made from that object", () => {
  expect(resourcesWith({}).aws_imagebuilder_component?.["linux-update-os"]).toEqual({
    name: "linux-update-os",
    version: "1.0.2",
    platform: "Linux",
    uri: "s3://${aws_s3_object.linux-update-os.bucket}/${aws_s3_object.linux-update-os.key}",
    lifecycle: { create_before_destroy: true, ignore_changes: ["uri", "data", "description"] },
  });
});

test("with all props", () => {
  const all = { description: "Uses ${HOME}", supportedOsVersions: ["Amazon Linux 2023", "%{x}"], retain: true };
  expect(resourcesWith(all).aws_imagebuilder_component?.["linux-update-os"]).toMatchObject({
    description: "Uses $${HOME}",
    supported_os_versions: ["Amazon Linux 2023", "%%{x}"],
    skip_destroy: true,
  });
});
