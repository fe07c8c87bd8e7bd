import { parseArn } from "./arn";

/** The pattern of the name or ARN of an SSM parameter. Source: Systems Manager API, PutParameter.Name. */
export const ssmParameterPattern = /^(arn:aws[^:]*:ssm:[a-z0-9-]+:(\d{12})?:parameter\/|\/)?[a-zA-Z0-9_.\-/]+$/;
export const ssmParameterShape =
  "the name or ARN of an SSM parameter: letters, digits and . - _ /, without ssm: before it";

/** Returns the name of an SSM parameter from its name or ARN. The ARN does not show whether a hierarchical name begins with a slash; it does. */
export function ssmParameterName(nameOrArn: string): string {
  const path = parseArn(nameOrArn)?.resource.replace(/^parameter\//, "");
  if (path === undefined) return nameOrArn;
  return path.includes("/") ? `/${path}` : path;
}
