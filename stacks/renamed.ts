/** The bodies of resources, by type and name. */
export type Resources = Record<string, Record<string, Record<string, unknown>>>;

/**
 * Renames resources in the JSON of a stack, including references to them. Other texts that look like an address, such as in documents, are not
 * changed.
 *
 * @param json the parts of the stack that can contain references
 * @param targets new addresses by default address
 */
export function renameResources<T extends { readonly resource: Resources }>(
  json: T,
  targets: ReadonlyMap<string, string>,
): T {
  if (targets.size === 0) return json;
  const renamed = followed(json, targets, false) as T;
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

/** Arguments that contain addresses without a template. */
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
