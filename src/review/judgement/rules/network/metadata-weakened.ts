import { attributeOf } from "../../../plan/differences";
import { numberAt } from "../../../plan/value";
import { eachWay, updated } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";

export const metadataWeakened: ReviewRule = {
  code: "metadata-weakened",
  summary:
    "The instance metadata service answers without a session token, or over more network hops: software on the instance can be tricked into revealing its credentials.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
  ...eachWay(
    updated,
    "aws_imagebuilder_infrastructure_configuration",
    { instance_metadata_options: [{ http_tokens: "required" }] },
    { instance_metadata_options: [{ http_tokens: "optional" }] },
  ),
  find: eachChange(({ differences }) =>
    differences.flatMap((difference) => {
      const { path, before, after } = difference;
      const name = attributeOf(path);
      if (name === "http_tokens" && before === "required" && typeof after !== "symbol")
        return [{ message: "instances answer without a session token (IMDSv1)", tells: [difference] }];
      const [limit, old] = [numberAt(after), numberAt(before) ?? 1];
      if (name === "http_put_response_hop_limit" && limit !== undefined && limit > Math.max(old, 1))
        return [{ message: `the hop limit rises from ${old} to ${limit}`, tells: [difference] }];
      return [];
    }),
  ),
};
