import { z } from "zod";

import { tagKeyPattern, tagKeyShape } from "../../aws/tags";
import type { AmiLookUp, LookUp } from "../../model/look-up";

const texts = z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(200)]);

const common = {
  tags: z
    .record(z.string().regex(tagKeyPattern, tagKeyShape), texts)
    .optional()
    .describe(
      "Tags that it has: a value, or a list of values of which it has one; `*` and `?` are wildcards. Default: any.",
    ),
  filters: z
    .record(z.string().regex(/^[a-z][a-z0-9.-]*(:.+)?$/, "the name of a filter of EC2, e.g. vpc-id"), texts)
    .optional()
    .describe("Other filters of the EC2 API, by name: a value, or a list of values of which one fits. Default: none."),
};

interface Written {
  readonly tags?: Readonly<Record<string, string | string[]>>;
  readonly filters?: Readonly<Record<string, string | string[]>>;
}

/** Creates a look-up. Sorts the filters by name, so that their order in a file makes no difference. */
function filtersOf(
  { tags = {}, filters = {} }: Written,
  more: Readonly<Record<string, string | undefined>> = {},
): LookUp {
  const all = [
    ...Object.entries(filters),
    ...Object.entries(tags).map(([key, value]) => [`tag:${key}`, value] as const),
    ...Object.entries(more).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  ];
  const sorted = all.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    filters: Object.fromEntries(sorted.map(([name, value]) => [name, typeof value === "string" ? [value] : value])),
  };
}

function atLeastOne(value: object, context: z.RefinementCtx): void {
  if (Object.values(value).some((each) => each !== undefined && Object.keys(each as object).length > 0)) return;
  context.addIssue({
    code: "custom",
    path: [],
    params: { fix: "write tags or filters" },
    message: "it says nothing to look for",
    input: value,
  });
}

/** Look-up of a subnet or a VPC. */
export const lookUp = z
  .strictObject(common)
  .superRefine(atLeastOne)
  .transform((written) => filtersOf(written));

export const securityGroupLookUp = z
  .strictObject({
    name: z.string().min(1).optional().describe("Its name (`GroupName`); `*` and `?` are wildcards. Default: any."),
    ...common,
  })
  .superRefine(atLeastOne)
  .transform(({ name, ...written }) => filtersOf(written, { "group-name": name }));

export const amiLookUp = z
  .strictObject({
    owners: z
      .array(
        z.string().regex(/^(\d{12}|self|amazon|aws-marketplace)$/, "an account id, self, amazon or aws-marketplace"),
      )
      .min(1)
      .describe(
        "Whose AMIs: account ids, `self`, `amazon` or `aws-marketplace`. Without it, anybody could publish an AMI that fits.",
      ),
    name: z.string().min(1).optional().describe("Its name; `*` and `?` are wildcards. Default: any."),
    ...common,
  })
  .superRefine(({ name, tags, filters }, context) => {
    atLeastOne({ name, tags, filters }, context);
  })
  .transform(({ owners, name, ...written }): AmiLookUp => ({ ...filtersOf(written, { name }), owners }));
