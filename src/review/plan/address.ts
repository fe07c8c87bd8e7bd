/** Removes instance keys from an address, as in the configuration: `module.a["x"].aws_s3_bucket.b[0]` → `module.a.aws_s3_bucket.b`. */
export function withoutKeys(address: string): string {
  return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "");
}

/** Returns the instance keys of an address, joined. Instances of two resources with the same `for_each` have the same keys. */
export function keysOf(address: string): string {
  return (address.match(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g) ?? []).join("");
}

/** Returns the module names in an address without keys: `module.a.module.b` → ["a", "b"]. */
export function modulePath(address: string): string[] {
  const path: string[] = [];
  let rest = address;
  for (;;) {
    const found = /^module\.([^.]+)(?:\.|$)/.exec(rest);
    if (found?.[1] === undefined) return path;
    path.push(found[1]);
    rest = rest.slice(found[0].length);
  }
}

/**
 * Returns the resource address in a reference such as `aws_kms_key.images.arn` or `data.aws_ami.x.id`; undefined if it refers to no
 * resource.
 */
export function referencedResource(reference: string): string | undefined {
  const parts = withoutKeys(reference).split(".");
  const [first = ""] = parts;
  if (["var", "local", "each", "count", "path", "terraform", "self", "module"].includes(first)) return undefined;
  const length = first === "data" ? 3 : 2;
  return parts.length >= length ? parts.slice(0, length).join(".") : undefined;
}
