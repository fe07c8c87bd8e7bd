import { checkProject } from "../../../src/checks/check-project";
import { exampleProject } from "../../../src/definitions/example-texts";
import { loadProject } from "../../../src/project/load-project";
import { projectFolder } from "../../helpers/project-folder";

const step = (action: string, inputs: string) =>
  `schemaVersion: 1.0
parameters: [{ Bucket: { type: string, default: tools } }, { Path: { type: string, default: a } }]
phases:
  - name: build
    steps:
      - name: Transfer
        action: ${action}
        inputs:
          - ${inputs}
`;
const download = (source: string) => step("S3Download", `{ source: "${source}", destination: /tmp/ }`);
const upload = (destination: string) => step("S3Upload", `{ source: /tmp/report, destination: "${destination}" }`);
const execute = (document: string) => step("ExecuteDocument", `{ document: "${document}" }`);

async function check(document: string, profile = "{ create: true }", rest = ""): Promise<string[]> {
  const root = projectFolder({
    "components/linux/tools.yaml": document,
    "images/base.yaml": exampleProject.image.replace("aws: update-linux", "linux/tools"),
    "environments/dev.yaml": `${exampleProject.environment}build:\n  instanceProfile: ${profile}\n${rest}`,
  });
  return checkProject(await loadProject(root))
    .filter(({ code }) => code.startsWith("s3-not-"))
    .map(({ file, line, code }) => `${file}:${line} ${code}`);
}

const read = "components/linux/tools.yaml:9 s3-not-readable";
const write = "components/linux/tools.yaml:9 s3-not-writable";
const reading = (...places: string[]) => `{ create: true, read: [${places.join(", ")}] }`;
const writing = (...places: string[]) => `{ create: true, write: [${places.join(", ")}] }`;

test.each<[string, string, string[]]>([
  ["a bucket that nothing grants", download("s3://tools/a.rpm"), [read]],
  ["all of it", download("s3://tools/*"), [read]],
  ["a key that is known in the build", download("s3://tools/{{ Path }}/a.rpm"), [read]],
  ["a document in it", execute("s3://tools/document.yaml"), [read]],
  ["a document elsewhere", execute("/tmp/document.yaml"), []],
  ["a bucket that is known in the build", download("s3://{{ Bucket }}/a.rpm"), []],
  ["a bucket that Image Builder's policy lets be read", download("s3://ec2imagebuilder-files/a.rpm"), []],
  ["an ISO, which that policy lets be read", download("s3://tools/windows.iso"), []],
  ["the project's own documents", download("s3://ec2imagebuilder-123456789012-us-east-1/components/a/1.yaml"), []],
  ["a bucket to write to that nothing grants", upload("s3://reports/a.html"), [write]],
  ["a bucket that may be read alone", upload("s3://ec2imagebuilder-files/a.html"), [write]],
])("by default, build instances and %s", async (_what, document, problems) => {
  expect(await check(document)).toEqual(problems);
});

test.each<[string, string, string, string[]]>([
  ["a bucket", download("s3://tools/a/b.rpm"), reading("tools"), []],
  ["another bucket", download("s3://tools/a/b.rpm"), reading("tool"), [read]],
  ["a folder", download("s3://tools/a/b.rpm"), reading("tools/a/"), []],
  ["the folder itself", download("s3://tools/a/*"), reading("tools/a"), []],
  ["a folder of a longer name", download("s3://tools/ab/c.rpm"), reading("tools/a"), [read]],
  ["an object", download("s3://tools/a/b.rpm"), reading("tools/a/b.rpm"), []],
  ["a folder that may be meant", download("s3://tools/{{ Path }}/b.rpm"), reading("tools/a"), []],
  ["a folder that cannot be meant", download("s3://tools/x/{{ Path }}"), reading("tools/a"), [read]],
  ["to write, a bucket that is for reading", upload("s3://tools/a"), reading("tools"), [write]],
  ["to write, a folder", upload("s3://tools/a/b.html"), writing("tools/a"), []],
])("of what a setting grants, %s", async (_what, document, profile, problems) => {
  expect(await check(document, profile)).toEqual(problems);
});

test("logs go where components may write as well", async () => {
  const logs = "  logs: { bucket: build-logs, prefix: builds }\n";
  expect(await check(upload("s3://build-logs/builds/report"), undefined, logs)).toEqual([]);
  expect(await check(upload("s3://build-logs/report"), undefined, logs)).toEqual([write]);
});

test.each([
  ["a profile that is given", "{ name: ours }", []],
  ["a policy of the account", "{ create: true, policies: [arn:aws:iam::123456789012:policy/read-tools] }", []],
  ["a policy of AWS's on S3", "{ create: true, policies: [arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess] }", []],
  ["another of AWS's", "{ create: true, policies: [arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy] }", [read]],
])("of %s, what is not known is taken to be right", async (_what, profile, problems) => {
  expect(await check(download("s3://tools/a.rpm"), profile)).toEqual(problems);
});

test("a component that no environment builds with is of no concern", async () => {
  const root = projectFolder({
    "components/linux/tools.yaml": download("s3://tools/a.rpm"),
    "images/other.yaml": exampleProject.image.replace("aws: update-linux", "linux/tools"),
    "images/base.yaml": exampleProject.image,
    "environments/dev.yaml": exampleProject.environment,
  });
  const codes = checkProject(await loadProject(root)).map(({ code }) => code);
  expect(codes).not.toContain("s3-not-readable");
});
