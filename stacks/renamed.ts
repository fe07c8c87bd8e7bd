/** A resource that has another address in Terraform than its definitions give it. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** The bodies of resources, by type and name. */
export type Resources = Record<string, Record<string, Record<string, unknown>>>;

/**
 * The JSON of a stack with resources under other addresses, references to them included. Texts that only look like an address, such as those of
 * documents, stay as they are.
 *
 * @param json its parts that may hold references
 */
export function renameResources<T extends object>(json: T, renamings: readonly Renaming[]): T {
  if (renamings.length === 0) return json;
  const targets = new Map(renamings.map(({ from, to }) => [from, to]));
  const renamed = followed(json, targets, false) as T & { resource?: Resources };
  if (renamed.resource === undefined) return renamed;
  return {
    ...renamed,
    resource: Object.fromEntries(
      Object.entries(renamed.resource).map(([type, named]) => [
        type,
        Object.fromEntries(
          Object.entries(named).map(([name, body]) => [
            targets.get(`${type}.${name}`)?.slice(type.length + 1) ?? name,
            body,
          ]),
        ),
      ]),
    ),
  };
}

/** Arguments that hold addresses without a template around them. */
const bare = new Set(["depends_on", "replace_triggered_by"]);

function followed(value: unknown, targets: ReadonlyMap<string, string>, isAddress: boolean): unknown {
  if (typeof value === "string")
    return isAddress
      ? (targets.get(value) ?? value)
      : value.replace(/(?<!\$)\$\{[^}]*\}/g, (template) => inTemplate(template, targets));
  if (Array.isArray(value)) return value.map((each) => followed(each, targets, isAddress));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, followed(each, targets, bare.has(key))]));
}

function inTemplate(template: string, targets: ReadonlyMap<string, string>): string {
  return template.replace(/(?<![\w.-])[a-z]\w*\.[A-Za-z_][\w-]*/g, (address) => targets.get(address) ?? address);
}
