import { parseArn } from "./arn";

/** The name of a parameter, or its ARN. Source: Systems Manager API, PutParameter.Name. */
export const ssmParameterPattern = /^(arn:aws[^:]*:ssm:[a-z0-9-]+:(\d{12})?:parameter\/|\/)?[a-zA-Z0-9_.\-/]+$/;
export const ssmParameterShape =
  "the name or ARN of an SSM parameter: letters, digits and . - _ /, without ssm: before it";

/** The name of an SSM parameter that is named by its name or its ARN, which has no slash of its own before the name. */
export function ssmParameterName(nameOrArn: string): string {
  const path = parseArn(nameOrArn)?.resource.replace(/^parameter\//, "");
  if (path === undefined) return nameOrArn;
  return path.includes("/") ? `/${path}` : path;
}
