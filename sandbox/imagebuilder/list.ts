import { ApiError } from "./api-error";
import type { Call, Fields } from "./call";
import type { Resource } from "./store";

interface Filter {
  readonly name?: string;
  readonly values?: readonly string[];
}

/** One page of resources. The token is the position of the next page. */
export function page(
  call: Call,
  resources: readonly Resource[],
  key: string,
  summary: (resource: Resource) => Fields,
): Fields {
  const {
    maxResults = 25,
    nextToken,
    filters = [],
  } = call.input as { maxResults?: number; nextToken?: string; filters?: readonly Filter[] };
  const start = nextToken === undefined ? 0 : Number(Buffer.from(nextToken, "base64").toString());
  const found = resources.filter((resource) => filters.every((filter) => fits(resource, filter)));
  if (!Number.isInteger(start) || start < 0 || start > found.length) {
    throw new ApiError("InvalidPaginationTokenException", "The pagination token is not valid.");
  }
  const end = start + maxResults;
  return {
    [key]: found.slice(start, end).map(summary),
    ...(end < found.length ? { nextToken: Buffer.from(String(end)).toString("base64") } : {}),
  };
}

function fits(resource: Resource, { name = "", values = [] }: Filter): boolean {
  const value = resource[name];
  return typeof value === "string" && values.includes(value);
}

/** Some fields of a resource. */
export function pick(resource: Fields, ...names: readonly string[]): Fields {
  return Object.fromEntries(names.filter((name) => resource[name] !== undefined).map((name) => [name, resource[name]]));
}
