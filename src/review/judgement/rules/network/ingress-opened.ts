import { updated } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";
import { isWorld, lets, openingInWords, openings } from "./openings";

const group = (cidr: string) => ({ ingress: [{ protocol: "tcp", from_port: 22, to_port: 22, cidr_blocks: [cidr] }] });

export const ingressOpened: ReviewRule = {
  code: "ingress-opened",
  summary: "A security group opens new addresses, groups or ports. A build instance needs no inbound access.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  fail: [updated("aws_security_group", group("10.0.0.0/8"), group("0.0.0.0/0"))],
  pass: [updated("aws_security_group", group("10.0.0.0/8"), group("10.1.0.0/16"))],
  find: eachChange((change) => {
    const old = openings(change, change.before);
    const now = openings(change, change.after);
    const opened = now.filter((each) => !old.some((was) => lets(was, each)));
    // A new security group only matters if it is open to the world.
    const isNew = change.action === "create" && change.type === "aws_security_group";
    return opened
      .filter(({ source }) => !isNew || isWorld(source))
      .map((opening) => `it lets in ${openingInWords(opening)}`);
  }),
};
