import { attributeOf } from "../../../plan/differences";
import { booleanAt } from "../../../plan/value";
import { eachWay, updated } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";

const switches = /^(map_public_ip_on_launch|associate_public_ip_address|publicly_accessible|assign_public_ip)$/;

export const publicAddress: ReviewRule = {
  code: "public-address",
  summary: "A resource gets a public address: the internet can reach it if its security group allows it.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html",
  ...eachWay(updated, "aws_subnet", { map_public_ip_on_launch: false }, { map_public_ip_on_launch: true }),
  find: eachChange(({ differences }) =>
    differences
      .filter(
        ({ path, before, after }) =>
          switches.test(attributeOf(path)) && booleanAt(before) !== true && booleanAt(after) === true,
      )
      .map((difference) => ({ message: `${attributeOf(difference.path)} becomes true`, tells: [difference] })),
  ),
};
