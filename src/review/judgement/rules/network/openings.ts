import { holdsRange } from "../../../../aws/ip-range";
import type { Change } from "../../../plan/plan";
import { at, listAt, numberAt, textAt, textsAt, UNKNOWN, type Value } from "../../../plan/value";

/** One source with the ports that it can reach. */
interface Opening {
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  readonly source: string;
  /** False if the ports or the protocol are known only after apply; then it counts as open on every port. */
  readonly isKnown: boolean;
}

/** Returns the sources and ports that a security group or one of its rules opens. */
export function openings({ type }: Change, value: Value): Opening[] {
  if (type === "aws_security_group") return listAt(value, "ingress").flatMap(openingsOf);
  if (type === "aws_security_group_rule") return textAt(value, "type") === "ingress" ? openingsOf(value) : [];
  return type === "aws_vpc_security_group_ingress_rule" ? openingsOf(value) : [];
}

function openingsOf(rule: Value): Opening[] {
  const protocol = textAt(rule, "protocol") ?? textAt(rule, "ip_protocol") ?? "-1";
  const all = protocol === "-1";
  const isKnown = ["protocol", "ip_protocol", "from_port", "to_port"].every((name) => at(rule, name) !== UNKNOWN);
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
    isKnown,
  }));
}

/** Checks whether an opening includes another one. */
export function lets(outer: Opening, inner: Opening): boolean {
  const protocol = outer.protocol === "-1" || outer.protocol === inner.protocol;
  return protocol && outer.from <= inner.from && inner.to <= outer.to && holdsAddresses(outer.source, inner.source);
}

/** Checks whether an IPv4 range contains another one, or an IPv6 source is in `::/0`. Other sources must be equal. */
function holdsAddresses(outer: string, inner: string): boolean {
  return outer === inner || (outer === "::/0" && inner.includes(":")) || holdsRange(outer, inner);
}

/** Checks whether a source is all IPv4 or all IPv6 addresses. */
export function isWorld(source: string): boolean {
  return source === "0.0.0.0/0" || source === "::/0";
}

export function openingInWords({ protocol, from, to, source, isKnown }: Opening): string {
  const who = isWorld(source) ? `everybody (${source})` : source;
  if (!isKnown) return `${who} on ports that are known only after apply`;
  const ports = protocol === "-1" ? "every port" : from === to ? `${protocol} ${from}` : `${protocol} ${from}-${to}`;
  return `${who} on ${ports}`;
}
