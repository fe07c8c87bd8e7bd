import { maxInlineDocument } from "../../src/aws/limits";
import { DocumentBucket } from "../../src/constructs/document-bucket";
import { publishDocument } from "../../src/constructs/publish-document";
import type { DocumentContent } from "../../src/model/document-content";
import { projectFolder } from "../helpers/project-folder";
import { documentBucketIn, resourcesOf } from "../helpers/synthesised";

const root = projectFolder({
  "components/linux/small.yaml": "schemaVersion: 1.0 # ${HOME}\n",
  "components/linux/large.yaml": "#".repeat(maxInlineDocument + 1),
  "components/linux/largest.yaml": "#".repeat(maxInlineDocument),
  "components/linux/accents.yaml": "é".repeat(maxInlineDocument / 2 + 1),
  "components/linux/decomposed.yaml": "# e\u0301\n",
});
const sha256 = "a".repeat(64);

/** Where a document goes, and the objects that are created for it. */
function published(content: DocumentContent, inline = true) {
  let place: ReturnType<typeof publishDocument> | undefined;
  const { aws_s3_object: objects = {} } = resourcesOf((stack) => {
    place = publishDocument(stack, {
      address: "document",
      key: `components/document/${sha256}.yaml`,
      content,
      sha256,
      contentType: "application/yaml",
      root,
      bucket: documentBucketIn(stack, inline),
    });
    // A token is resolved where it is used.
    stack.addOverride("locals.data", place.data ?? place.uri);
  });
  return { isInline: place?.data !== undefined, objects: Object.keys(objects) };
}

test.each(["small", "largest"])(
  "a %s file goes inline where the environment wants that, and no object is created",
  (name) => {
    expect(published({ file: `components/linux/${name}.yaml` })).toEqual({ isInline: true, objects: [] });
  },
);

test("a text that was made at synthesis goes inline, too", () => {
  expect(published({ text: "schemaVersion: 1.0\n" })).toEqual({ isInline: true, objects: [] });
});

test.each([
  ["is larger than the API takes", "large"],
  ["has more bytes than the provider takes", "accents"],
  ["Terraform would change, in Unicode's normal form D", "decomposed"],
])("a file that %s goes into the bucket", (_why, name) => {
  expect(published({ file: `components/linux/${name}.yaml` })).toEqual({ isInline: false, objects: ["document"] });
});

test("without the setting, every document goes into the bucket", () => {
  expect(published({ text: "schemaVersion: 1.0\n" }, false)).toEqual({ isInline: false, objects: ["document"] });
});

test.each([
  [undefined, `components/a/${sha256}.yaml`],
  ["images/", `images/components/a/${sha256}.yaml`],
  ["images", `images/components/a/${sha256}.yaml`],
])("below the prefix %s, its key is %s", (prefix, key) => {
  const { aws_s3_object: objects } = resourcesOf((stack) => {
    publishDocument(stack, {
      address: "document",
      key: `components/a/${sha256}.yaml`,
      content: { text: "schemaVersion: 1.0\n" },
      sha256,
      contentType: "application/yaml",
      root,
      bucket: new DocumentBucket(stack, "documents", {
        bucket: { name: "files", create: true, prefix },
        partition: "aws",
      }),
    });
  });
  expect(objects?.document).toMatchObject({ key });
});
