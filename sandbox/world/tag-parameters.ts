/** Returns tags in the form of EC2's query protocol, below a prefix such as `Tag` or `TagSpecification.1.Tag`. */
export function tagParameters(prefix: string, tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).flatMap(([key, value], index) => [
      [`${prefix}.${index + 1}.Key`, key],
      [`${prefix}.${index + 1}.Value`, value],
    ]),
  );
}
