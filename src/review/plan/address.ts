/** `module.a["x"].aws_s3_bucket.b[0]` → `module.a.aws_s3_bucket.b`: as the configuration knows it. */
export function withoutKeys(address: string): string {
  return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "");
}

/** The keys of an address, joined: what instances of one `for_each` have in common with those of another. */
export function keysOf(address: string): string {
  return (address.match(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g) ?? []).join("");
}

/** `module.a.module.b` → ["a", "b"]; of an address without keys. */
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

/** The resource that a reference such as `aws_kms_key.images.arn` or `data.aws_ami.x.id` is to; undefined for anything else. */
export function referencedResource(reference: string): string | undefined {
  const parts = withoutKeys(reference).split(".");
  if (parts[0] === "data") return parts.length >= 3 ? parts.slice(0, 3).join(".") : undefined;
  if (["var", "local", "each", "count", "path", "terraform", "self", "module"].includes(parts[0] ?? ""))
    return undefined;
  return parts.length >= 2 ? parts.slice(0, 2).join(".") : undefined;
}
