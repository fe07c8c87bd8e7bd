import { parseArn } from "./arn";

/** The name of an SSM parameter that is named by its name or its ARN, which has no slash of its own before the name. */
export function ssmParameterName(nameOrArn: string): string {
  const path = parseArn(nameOrArn)?.resource.replace(/^parameter\//, "");
  if (path === undefined) return nameOrArn;
  return path.includes("/") ? `/${path}` : path;
}
