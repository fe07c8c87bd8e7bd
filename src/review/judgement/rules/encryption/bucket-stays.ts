import type { Change, Plan } from "../../../plan/plan";
import { textAt } from "../../../plan/value";

/** A setting that goes with its bucket is no loss of its own. */
export function bucketStays({ before }: Change, { changes }: Plan): boolean {
  const bucket = textAt(before, "bucket");
  return !changes.some(
    (each) => each.type === "aws_s3_bucket" && each.action === "delete" && textAt(each.before, "bucket") === bucket,
  );
}
