import type { Change, Plan } from "../../../plan/plan";
import { textAt } from "../../../plan/value";

/** Checks whether the bucket of a setting stays. A setting that is deleted together with its bucket is not a finding. */
export function bucketStays({ before }: Change, { changes }: Plan): boolean {
  const bucket = textAt(before, "bucket");
  return !changes.some(
    (each) => each.type === "aws_s3_bucket" && each.action === "delete" && textAt(each.before, "bucket") === bucket,
  );
}
