import { ApiError, invalidValue } from "./api-error";
import type { Call, Fields } from "./call";
import type { Resource } from "./store";

interface Filter {
  readonly name?: string;
  readonly values?: readonly string[];
}

/**
 * One page of resources. The token is the position of the next page.
 *
 * @param filters names that the operation takes
 */
export function page(
  call: Call,
  resources: readonly Resource[],
  key: string,
  summary: (resource: Resource) => Fields,
  filters: readonly string[],
): Fields {
  const {
    maxResults = 25,
    nextToken,
    filters: wanted = [],
  } = call.input as { maxResults?: number; nextToken?: string; filters?: readonly Filter[] };
  for (const { name = "" } of wanted) {
    if (!filters.includes(name))
      throw invalidValue("filters", `'${name}' is not one of ${filters.join(", ") || "none"}.`);
  }
  const start = nextToken === undefined ? 0 : Number(Buffer.from(nextToken, "base64").toString());
  const found = resources.filter((resource) => wanted.every((filter) => fits(resource, filter)));
  if (!Number.isInteger(start) || start < 0 || start > found.length) {
    throw new ApiError("InvalidPaginationTokenException", "The pagination token is not valid.");
  }
  const end = start + maxResults;
  return {
    [key]: found.slice(start, end).map(summary),
    ...(end < found.length ? { nextToken: Buffer.from(String(end)).toString("base64") } : {}),
  };
}

/** Fields that are called otherwise in filters: of lifecycle policies, and the list of a component's operating systems. */
const fieldNames: Readonly<Record<string, string>> = {
  Name: "name",
  Status: "status",
  supportedOsVersion: "supportedOsVersions",
};

function fits(resource: Resource, { name = "", values = [] }: Filter): boolean {
  const value = resource[fieldNames[name] ?? name];
  return [value].flat().some((each) => typeof each === "string" && values.includes(each));
}

/** Some fields of a resource. */
export function pick(resource: Fields, ...names: readonly string[]): Fields {
  return Object.fromEntries(names.filter((name) => resource[name] !== undefined).map((name) => [name, resource[name]]));
}
