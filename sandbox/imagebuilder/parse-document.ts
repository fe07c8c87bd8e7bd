import { parseDocument } from "yaml";

import { invalidValue } from "./api-error";

/**
 * Parses a document as plain values, as leniently as the checks do.
 *
 * @throws ApiError if the document is not a YAML map
 */
export function parsed(document: string): Record<string, unknown> {
  const yaml = parseDocument(document, { strict: false });
  const [error] = yaml.errors;
  if (error !== undefined) throw invalidValue("data", error.message);
  const value: unknown = yaml.toJS();
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw invalidValue("data", "The document is not a map.");
  return value as Record<string, unknown>;
}
