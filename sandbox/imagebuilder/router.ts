import { ApiError } from "./api-error";
import { type Operation, operations, shapeNamed } from "./api-model";
import type { Fields } from "./fields";

export interface ServiceRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly body: string;
  /** Region for which the request is signed. */
  readonly region: string;
}

/** The operation of a request. */
export interface Route {
  readonly operation: string;
  readonly description: Operation;
  /** Values from the path, e.g. `resourceArn` from `/tags/{resourceArn}`. */
  readonly pathValues: Fields;
}

/** Returns the operation of a request; undefined if the API has no such operation. */
export function routeOf({ method, url }: ServiceRequest): Route | undefined {
  const [path = ""] = url.split("?");
  for (const [operation, description] of Object.entries(operations)) {
    if (description.method !== method) continue;
    const [prefix = "", field] = description.path.split(/[{}]/);
    if (field === undefined) {
      if (path === prefix) return { operation, description, pathValues: {} };
    } else if (path.startsWith(prefix) && path.length > prefix.length) {
      const value = decoded(path.slice(prefix.length));
      if (value !== undefined) return { operation, description, pathValues: { [field]: value } };
    }
  }
  return undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * Returns the input of an operation, from path, query and body of the request.
 *
 * @throws ApiError SerializationException if the body is not a JSON object
 */
export function inputOf({ description, pathValues }: Route, { url, body }: ServiceRequest): Fields {
  const query = new URLSearchParams(url.split("?").slice(1).join("?"));
  const input: Record<string, unknown> = { ...parseBody(body), ...pathValues };
  for (const [name, member] of Object.entries(shapeNamed(description.input).members ?? {})) {
    if (member.in !== "query") continue;
    const values = query.getAll(member.name ?? name);
    if (values.length > 0) input[name] = shapeNamed(member.shape).type === "list" ? values : values[0];
  }
  return input;
}

function parseBody(body: string): Fields {
  if (body === "") return {};
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  } catch {
    // Reported below, like every body that is not a JSON object.
  }
  throw new ApiError("SerializationException", "The body of the request is not a JSON object.");
}
