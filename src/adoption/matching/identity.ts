import { resourceIdentities } from "../../aws/resource-identities";
import { at, inWords, textAt, type Value } from "../../review/plan/value";

/** The optional attributes that identify a security group rule, in addition to its group and protocol. */
const ofRules = [
  "from_port",
  "to_port",
  "cidr_ipv4",
  "cidr_ipv6",
  "prefix_list_id",
  "referenced_security_group_id",
] as const;

/** Returns a text that identifies a resource within its type. Undefined if the type has no identity or a part of the identity is not known. */
export function identityOf(type: string, attributes: Value): string | undefined {
  const names = resourceIdentities[type]?.identity;
  // An image has no name. Its recipe identifies it.
  if (type === "aws_imagebuilder_image")
    return textAt(attributes, "image_recipe_arn") ?? textAt(attributes, "container_recipe_arn");
  if (type === "aws_inspector2_enabler") return type;
  if (/^aws_vpc_security_group_(e|in)gress_rule$/.test(type)) return identityOfRule(attributes);
  const parts = names?.map((name) => textAt(attributes, name));
  if (parts === undefined || parts.some((part) => part === undefined)) return undefined;
  return parts.join("\n");
}

function identityOfRule(attributes: Value): string | undefined {
  const [group, protocol] = [textAt(attributes, "security_group_id"), textAt(attributes, "ip_protocol")];
  if (group === undefined || protocol === undefined) return undefined;
  return [group, protocol, ...ofRules.map((name) => inWords(at(attributes, name)))].join("\n");
}
