import { ApiError, invalidValue } from "./api-error";
import type { Call } from "./call";
import type { Fields } from "./fields";

interface Filter {
  readonly name?: string;
  readonly values?: readonly string[];
}

/**
 * Returns one page of a list. The token is the position of the next page.
 *
 * @param filters names of the filters that the operation accepts
 */
export function page<Item extends object>(
  call: Call,
  items: readonly Item[],
  key: string,
  summary: (item: Item) => Fields,
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
  const found = items.filter((item) => wanted.every((filter) => fits(item as Fields, filter)));
  if (!Number.isInteger(start) || start < 0 || start > found.length) {
    throw new ApiError("InvalidPaginationTokenException", "The pagination token is not valid.");
  }
  const end = start + maxResults;
  return {
    [key]: found.slice(start, end).map(summary),
    ...(end < found.length ? { nextToken: Buffer.from(String(end)).toString("base64") } : {}),
  };
}

/** Field names for filters with other names: those of lifecycle policies, and the operating systems of a component. */
const fieldNames: Readonly<Record<string, string>> = {
  Name: "name",
  Status: "status",
  supportedOsVersion: "supportedOsVersions",
};

function fits(item: Fields, { name = "", values = [] }: Filter): boolean {
  const value = item[fieldNames[name] ?? name];
  return [value].flat().some((each) => typeof each === "string" && values.includes(each));
}

/** Returns some fields of a resource. */
export function pick(resource: Fields, ...names: readonly string[]): Fields {
  return Object.fromEntries(names.filter((name) => resource[name] !== undefined).map((name) => [name, resource[name]]));
}
