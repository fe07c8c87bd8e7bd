import { createHash } from "node:crypto";

import type { Given } from "./given";

type Json = Readonly<Record<string, unknown>>;

interface Filter {
  readonly name: string;
  readonly values: readonly string[];
}

/** Data sources that look up a resource, with the kind of the resource and the prefix of its IDs. */
const kinds = {
  aws_vpc: ["vpc", "vpc"],
  aws_subnet: ["subnet", "subnet"],
  aws_security_group: ["security-group", "sg"],
  aws_ami: ["ami", "ami"],
} as const;

/**
 * Returns one resource for each data source of a stack, with the tags and name that the look-up requires. Other filters are assumed to
 * match any resource. AMIs of other owners are those that moto provides.
 *
 * @param stack content of its `cdk.tf.json`
 * @param region region of the stack
 */
export function givenOfLookUps(stack: Json, region: string): Given[] {
  const data = (stack.data ?? {}) as Readonly<Record<string, Readonly<Record<string, Json>>>>;
  return Object.entries(kinds).flatMap(([type, [kind, prefix]]) =>
    Object.values(data[type] ?? {}).flatMap((source): Given[] => {
      if (type === "aws_ami" && !(source.owners as readonly string[]).includes("self")) return [];
      const filters = (source.filter ?? []) as readonly Filter[];
      const digest = createHash("sha256").update(JSON.stringify(filters)).digest("hex").slice(0, 17);
      return [{ kind, id: `${prefix}-${digest}`, region, tags: tagsOf(filters), ...namedBy(filters) }];
    }),
  );
}

function tagsOf(filters: readonly Filter[]): Record<string, string> {
  return Object.fromEntries(
    filters.flatMap(({ name, values: [value = ""] }) =>
      name.startsWith("tag:") ? [[name.slice("tag:".length), withoutWildcards(value)] as const] : [],
    ),
  );
}

function namedBy(filters: readonly Filter[]): Pick<Given, "name" | "architecture"> {
  const valueOf = (...names: readonly string[]) => filters.find(({ name }) => names.includes(name))?.values[0];
  const name = valueOf("group-name", "name");
  const architecture = valueOf("architecture");
  return {
    ...(name === undefined ? {} : { name: withoutWildcards(name) }),
    ...(architecture === undefined ? {} : { architecture }),
  };
}

function withoutWildcards(value: string): string {
  return value.replace(/[*?]/g, "x");
}
