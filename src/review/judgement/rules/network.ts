import { holdsRange } from "../../../aws/ip-range";
import type { Change } from "../../plan/plan";
import { booleanAt, listAt, numberAt, textAt, textsAt, type Value } from "../../plan/value";
import { updated } from "../examples";
import { eachChange, type ReviewRule } from "../review-rule";

const group = (cidr: string) => ({ ingress: [{ protocol: "tcp", from_port: 22, to_port: 22, cidr_blocks: [cidr] }] });

const ingressOpened: ReviewRule = {
  code: "ingress-opened",
  class: "attention",
  summary: "A security group opens new addresses, groups or ports. A build instance needs no inbound access.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  fail: updated("aws_security_group", group("10.0.0.0/8"), group("0.0.0.0/0")),
  pass: updated("aws_security_group", group("10.0.0.0/8"), group("10.1.0.0/16")),
  find: eachChange((change) => {
    const old = openings(change, change.before);
    const now = openings(change, change.after);
    const opened = now.filter((each) => !old.some((was) => lets(was, each)));
    // A group that is new opens nothing that was closed, except to the world.
    const isNew = change.action === "create" && change.type === "aws_security_group";
    return opened
      .filter(({ source }) => !isNew || isWorld(source))
      .map((opening) => `it lets in ${openingInWords(opening)}`);
  }),
};

const metadataWeakened: ReviewRule = {
  code: "metadata-weakened",
  class: "attention",
  summary:
    "The instance metadata service answers without a session token, or over more network hops: software on the instance can be tricked into revealing its credentials.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
  fail: updated(
    "aws_imagebuilder_infrastructure_configuration",
    { instance_metadata_options: [{ http_tokens: "required" }] },
    { instance_metadata_options: [{ http_tokens: "optional" }] },
  ),
  pass: updated(
    "aws_imagebuilder_infrastructure_configuration",
    { instance_metadata_options: [{ http_tokens: "optional" }] },
    { instance_metadata_options: [{ http_tokens: "required" }] },
  ),
  find: eachChange(({ differences }) =>
    differences.flatMap(({ path, before, after }) => {
      const name = path.at(-1);
      if (name === "http_tokens" && before === "required" && typeof after !== "symbol")
        return ["instances answer without a session token (IMDSv1)"];
      const [limit, old] = [numberAt(after), numberAt(before) ?? 1];
      if (name === "http_put_response_hop_limit" && limit !== undefined && limit > Math.max(old, 1))
        return [`the hop limit rises from ${old} to ${limit}`];
      return [];
    }),
  ),
};

const publicAddress: ReviewRule = {
  code: "public-address",
  class: "attention",
  summary: "A resource gets a public address: the internet can reach it if its security group allows it.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html",
  fail: updated("aws_subnet", { map_public_ip_on_launch: false }, { map_public_ip_on_launch: true }),
  pass: updated("aws_subnet", { map_public_ip_on_launch: true }, { map_public_ip_on_launch: false }),
  find: eachChange(({ differences }) =>
    differences
      .filter(
        ({ path, before, after }) =>
          /^(map_public_ip_on_launch|associate_public_ip_address|publicly_accessible|assign_public_ip)$/.test(
            String(path.at(-1)),
          ) &&
          booleanAt(before) !== true &&
          booleanAt(after) === true,
      )
      .map(({ path }) => `${String(path.at(-1))} becomes true`),
  ),
};

/** One source that may reach some ports. */
interface Opening {
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  readonly source: string;
}

function openings({ type }: Change, value: Value): Opening[] {
  if (type === "aws_security_group") return listAt(value, "ingress").flatMap(openingsOf);
  if (type === "aws_security_group_rule") return textAt(value, "type") === "ingress" ? openingsOf(value) : [];
  return type === "aws_vpc_security_group_ingress_rule" ? openingsOf(value) : [];
}

function openingsOf(rule: Value): Opening[] {
  const protocol = textAt(rule, "protocol") ?? textAt(rule, "ip_protocol") ?? "-1";
  const all = protocol === "-1";
  const sources = [
    ...["cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "security_groups"].flatMap((name) => textsAt(rule, name)),
    ...["cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id", "source_security_group_id"].flatMap(
      (name) => textAt(rule, name) ?? [],
    ),
  ];
  return sources.map((source) => ({
    protocol,
    from: all ? 0 : (numberAt(rule, "from_port") ?? 0),
    to: all ? 65_535 : (numberAt(rule, "to_port") ?? 65_535),
    source,
  }));
}

function lets(outer: Opening, inner: Opening): boolean {
  const protocol = outer.protocol === "-1" || outer.protocol === inner.protocol;
  return protocol && outer.from <= inner.from && inner.to <= outer.to && holdsAddresses(outer.source, inner.source);
}

/** Whether a range of IPv4 addresses lies within another; of everything else, whether it is the same. */
function holdsAddresses(outer: string, inner: string): boolean {
  return outer === inner || (outer === "::/0" && inner.includes(":")) || holdsRange(outer, inner);
}

function isWorld(source: string): boolean {
  return source === "0.0.0.0/0" || source === "::/0";
}

function openingInWords({ protocol, from, to, source }: Opening): string {
  const ports = protocol === "-1" ? "every port" : from === to ? `${protocol} ${from}` : `${protocol} ${from}-${to}`;
  return `${isWorld(source) ? `everybody (${source})` : source} on ${ports}`;
}

export const networkRules = [ingressOpened, metadataWeakened, publicAddress];
