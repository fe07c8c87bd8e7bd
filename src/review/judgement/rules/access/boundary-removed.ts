import { isEmpty } from "../../../plan/value";
import { eachWay, updated } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";

export const boundaryRemoved: ReviewRule = {
  code: "boundary-removed",
  summary: "The permissions boundary of a role or user is removed or replaced, so its maximum permissions change.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  ...eachWay(
    updated,
    "aws_iam_role",
    { permissions_boundary: "arn:aws:iam::123456789012:policy/limit" },
    { permissions_boundary: null },
  ),
  find: eachChange(({ differences }) =>
    differences
      .filter(({ path, before }) => path[0] === "permissions_boundary" && !isEmpty(before))
      .map(({ after }) =>
        isEmpty(after) ? "its permissions boundary is taken away" : "its permissions boundary is replaced",
      ),
  ),
};
