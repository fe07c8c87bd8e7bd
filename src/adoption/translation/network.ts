import type { z } from "zod";

import { withoutUndefined } from "../../collections/non-empty";
import type { securityGroup } from "../../definitions/schema/security-group";
import { booleanAt, listAt, numberAt, textAt, type Value } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import type { EnvironmentDraft } from "./draft";
import type { Surroundings } from "./surroundings";

type Settings = z.input<typeof securityGroup>;
type Rule = NonNullable<Settings["ingress"]>[number];

/**
 * Translates the network of builds. The project manages the security group if the state contains it with its rules as separate resources.
 * Otherwise, the project refers to the group by id, because Terraform cannot take over inline rules or rules of the older type.
 */
export function networkOf(given: EnvironmentDraft["network"], surroundings: Surroundings): EnvironmentDraft["network"] {
  const [first, ...others] = given?.securityGroups ?? [];
  // States contain only ids.
  const id = typeof first === "string" ? first : undefined;
  const group = others.length === 0 ? surroundings.find("aws_security_group", "id", id) : undefined;
  const settings = group && settingsOf(group, surroundings);
  if (given === undefined || group === undefined || settings === undefined) return given;
  return withoutUndefined({ subnet: given.subnet, vpc: textAt(group.attributes, "vpc_id"), securityGroup: settings });
}

const ownDescription = "EC2 Image Builder build instances: no ingress";

/** Translates a security group. Undefined if that is not possible. */
function settingsOf({ attributes }: ResourceInstance, surroundings: Surroundings): Settings | undefined {
  const rulesOf = (type: string): readonly ResourceInstance[] =>
    surroundings.all(type).filter((rule) => textAt(rule.attributes, "security_group_id") === textAt(attributes, "id"));
  const ingress = rulesOf("aws_vpc_security_group_ingress_rule");
  const egress = rulesOf("aws_vpc_security_group_egress_rule");
  const within = [...listAt(attributes, "ingress"), ...listAt(attributes, "egress")].flatMap(targetsOf).length;
  if (rulesOf("aws_security_group_rule").length > 0 || within > ingress.length + egress.length) return undefined;
  const said = { ingress: ingress.map(ruleOf), egress: egress.map(ruleOf) };
  if ([...said.ingress, ...said.egress].some((rule) => rule === undefined)) return undefined;
  const description = textAt(attributes, "description");
  return withoutUndefined({
    name: textAt(attributes, "name"),
    description: description === ownDescription ? undefined : description,
    ingress: ingress.length === 0 ? undefined : (said.ingress as Rule[]),
    egress: egress.length === 1 && isEverywhere(egress[0]) ? undefined : (said.egress as Rule[]),
  });
}

/** Checks for the default egress rule of a security group of this project: everything to 0.0.0.0/0. */
function isEverywhere(rule: ResourceInstance | undefined): boolean {
  return (
    textAt(rule?.attributes ?? null, "ip_protocol") === "-1" &&
    textAt(rule?.attributes ?? null, "cidr_ipv4") === "0.0.0.0/0"
  );
}

/** Returns the targets of an inline rule of a security group, which can have several. */
function targetsOf(rule: Value): readonly unknown[] {
  const lists = ["cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "security_groups"];
  return [...lists.flatMap((name) => listAt(rule, name)), ...(booleanAt(rule, "self") === true ? [true] : [])];
}

const protocols: Readonly<Record<string, Rule["protocol"]>> = {
  "-1": "all",
  "1": "icmp",
  "6": "tcp",
  "17": "udp",
  icmp: "icmp",
  tcp: "tcp",
  udp: "udp",
};

function ruleOf({ attributes }: ResourceInstance): Rule | undefined {
  const said = textAt(attributes, "ip_protocol");
  const protocol = said === undefined ? undefined : protocols[said];
  const [from, to] = [numberAt(attributes, "from_port"), numberAt(attributes, "to_port")];
  // For ICMP, a definition always means all types and codes.
  if (protocol === undefined || (protocol === "icmp" && (from !== -1 || to !== -1))) return undefined;
  const hasPorts = protocol === "tcp" || protocol === "udp";
  if (hasPorts && (from === undefined || to === undefined)) return undefined;
  const isAll = from === 0 && to === 65535;
  return withoutUndefined({
    protocol: protocol === "tcp" ? undefined : protocol,
    ports: !hasPorts || isAll ? undefined : from === to ? from : `${String(from)}-${String(to)}`,
    cidr: textAt(attributes, "cidr_ipv4"),
    cidrIpv6: textAt(attributes, "cidr_ipv6"),
    prefixList: textAt(attributes, "prefix_list_id"),
    group: textAt(attributes, "referenced_security_group_id"),
    description: textAt(attributes, "description"),
  });
}
