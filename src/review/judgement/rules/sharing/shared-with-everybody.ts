import { textAt } from "../../../plan/value";
import { eachWay, updated } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";
import { example, gainsOf, type } from "./gains";

export const sharedWithEverybody: ReviewRule = {
  code: "shared-with-everybody",
  summary: "Images become public: every AWS account can launch them and read their content.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html",
  ...eachWay(updated, type, example([]), example([], ["all"])),
  find: eachChange((change) => {
    if (change.type === "aws_ami_launch_permission" && textAt(change.after, "group") === "all")
      return change.action === "create" ? ["everybody may launch the AMI"] : [];
    if (change.type !== type) return [];
    return gainsOf(change).flatMap(({ who, region }) =>
      who === "everybody" ? [`everybody may launch it in ${region}`] : [],
    );
  }),
};
