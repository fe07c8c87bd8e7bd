import type { Place } from "../../aws/place";
import { textAt } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import { textObjectOf } from "./text-object";

/** The place of documents: a bucket and prefix, or inline. The format is that of `documents` in an environment. */
export interface DocumentBucket {
  readonly bucket?: string;
  readonly prefix?: string;
  readonly inline?: true;
}

const textsIn = /^aws_imagebuilder_(component|workflow|container_recipe)$/;

/** Returns the bucket of most documents in a state. If all documents are inline, new documents will also be inline. */
export function documentBucketOf(resources: readonly ResourceInstance[], { account, region }: Place): DocumentBucket {
  const withText = resources.filter(({ type }) => textsIn.test(type));
  const objects = withText.flatMap(({ attributes }) => textObjectOf(attributes) ?? []);
  if (withText.length > 0 && objects.length === 0) {
    // A bucket with this name was created by this project, for documents that are too large to be inline.
    const isOwn = new RegExp(`^ec2imagebuilder-(.+-)?${account}-${region}$`);
    const names = resources.flatMap(({ type, attributes }) =>
      type === "aws_s3_bucket" ? (textAt(attributes, "bucket") ?? []) : [],
    );
    return { bucket: names.find((name) => isOwn.test(name)), inline: true };
  }
  const counts = new Map<string, number>();
  for (const { bucket } of objects) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  const [bucket] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const prefix = objects.find((each) => each.bucket === bucket && each.own !== undefined)?.own?.prefix;
  return { bucket, prefix: prefix === "" ? undefined : prefix };
}
