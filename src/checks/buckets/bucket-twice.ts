import { repeats } from "../../collections/repeats";
import { environmentText } from "../../definitions/example-texts";
import { buildsAnything } from "../../factory/resolve-factory";
import type { YamlPath } from "../../problems/yaml-source";
import { both, consumerWith, sharing } from "../consumers/example";
import type { Environment } from "../context/environments";
import { withSettings } from "../example";
import type { ProjectRule } from "../project-rule";

const buckets = (documents: string, logs: string) => withSettings(`documents: ${documents}\nbuild:\n  logs: ${logs}\n`);

const creatingFiles = "documents: { create: true, bucket: golden-files }\n";

export const bucketTwice: ProjectRule = {
  code: "bucket-twice",
  refusedBy: "AWS",
  summary: "A bucket is created twice, or is created although it must exist before: it contains the Terraform state.",
  source: "S3 User Guide, bucket naming rules: a name is unique in the world",
  fail: [
    buckets("{ create: true, bucket: golden-files }", "{ create: true, bucket: ▸golden-files }"),
    withSettings(
      "documents: { create: true, bucket: ▸states }\nstate:\n  s3: { bucket: states, key: dev, region: us-east-1 }\n",
    ),
    {
      ...withSettings(creatingFiles),
      "environments/test.yaml": environmentText({
        region: "eu-west-1",
        more: "documents: { create: true, bucket: ▸golden-files }\n",
      }),
    },
  ],
  pass: [
    buckets("{ create: true, bucket: golden-files }", "{ bucket: golden-files }"),
    // What only receives creates no bucket.
    both(`${sharing}${creatingFiles}`, consumerWith({ more: creatingFiles })),
  ],
  project({ environments }, report) {
    const created = environments.flatMap(createdBuckets);
    for (const { environment, path, bucket } of created.filter(holdsState)) {
      const message = `the bucket "${bucket}" contains the state of Terraform, so it must exist before`;
      report({ source: environment.source, path }, message, "write another bucket, or remove create");
    }
    const others = created.filter((each) => !holdsState(each));
    for (const { item, first } of repeats(others, ({ bucket }) => bucket)) {
      const { environment, path, bucket, isWritten } = item;
      const isHere = first.environment === environment;
      // Two default names are equal only in one account and region, which another rule reports.
      if (!isWritten && !isHere) continue;
      const where = isHere ? "this environment" : `environment "${first.environment.name}"`;
      report(
        { source: environment.source, path },
        `the bucket "${bucket}" is already created by ${where}`,
        "write another name, or remove create",
      );
    }
  },
};

interface CreatedBucket {
  readonly environment: Environment;
  readonly path: YamlPath;
  readonly bucket: string;
  /** Whether the environment sets the name; otherwise it is the default name. */
  readonly isWritten: boolean;
}

function holdsState({ environment, bucket }: CreatedBucket): boolean {
  return bucket === environment.value.state.s3?.bucket;
}

/** Returns the buckets that an environment creates, in the order of its file. */
function createdBuckets(environment: Environment): CreatedBucket[] {
  const { source, value, names } = environment;
  // An environment that only receives images creates no bucket.
  if (!buildsAnything(value)) return [];
  const { documents, build } = value;
  const { documentBucket, logBucket } = names;
  const line = ({ path }: CreatedBucket) => source.locate(path).start.line;
  return [
    { path: ["documents", "bucket"], bucket: documentBucket, settings: documents },
    { path: ["build", "logs", "bucket"], bucket: logBucket, settings: build.logs },
  ]
    .filter(({ settings }) => settings?.create === true)
    .map(({ path, bucket, settings }) => ({ environment, path, bucket, isWritten: settings?.bucket !== undefined }))
    .sort((a, b) => line(a) - line(b));
}
