import type { Permission } from "./compare";
import { BEARER, type Condition, type Patterns } from "./policy";

/**
 * Returns a permission in words: `s3:PutObject on arn:aws:s3:::logs/* for service lambda.amazonaws.com, where aws:SourceAccount is
 * 123456789012`.
 */
export function permissionInWords({ kind, actions, resources, principals, conditions }: Permission): string {
  // An identity policy names no principal; the address of the finding names the role.
  const who = principals.patterns.includes(BEARER) ? "" : ` for ${list(principals, principalInWords)}`;
  const what = `${list(actions, (action) => (action === "*" ? "every action" : action))} on ${list(resources, (resource) => (resource === "*" ? "every resource" : resource))}`;
  const where = conditions.length === 0 ? "" : `, where ${conditions.map(conditionInWords).join(" and ")}`;
  return `${kind === "undenied" ? "no longer denied: " : ""}${what}${who}${where}`;
}

function list({ not, patterns }: Patterns, inWords: (pattern: string) => string): string {
  const shown = patterns.slice(0, 5).map(inWords);
  const more = patterns.length > 5 ? ` and ${patterns.length - 5} more` : "";
  return `${not ? "all but " : ""}${shown.join(", ")}${more}`;
}

function principalInWords(principal: string): string {
  if (principal === "*") return "everybody";
  const [kind = "", ...rest] = principal.split(":");
  const value = rest.join(":");
  if (kind === "AWS") return /^\d{12}$/.test(value) ? `account ${value}` : value;
  return `${kind.toLowerCase()} ${value}`;
}

function conditionInWords({ operator, key, values }: Condition): string {
  const what = values.length > 3 ? `${values.slice(0, 3).join(", ")}, …` : values.join(" or ");
  if (/^(String|Arn)Equals$|^Bool$/.test(operator)) return `${key} is ${what}`;
  if (/^(String|Arn)Like$/.test(operator)) return `${key} is like ${what}`;
  return `${key} ${operator} ${what}`;
}
