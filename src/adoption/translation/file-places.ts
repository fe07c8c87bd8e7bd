import { z } from "zod";

import { contains } from "../../aws/wildcards";
import { readPolicy } from "../../review/policies/policy";

const texts = z.union([z.string().transform((text) => [text]), z.array(z.string())]);
const policySchema = z.object({ Statement: z.array(z.looseObject({ Sid: z.string().optional() })) });
const statementSchema = z.object({ Effect: z.literal("Allow"), Resource: texts });

/**
 * Returns the S3 locations, `bucket` or `bucket/folder`, of the statement with which this project allows build instances to read or write files
 * (src/constructs/instance-profile.ts). Returns none if the statement is missing or of another form.
 *
 * @param policy JSON text of an inline policy
 * @param sid `ReadFiles` or `WriteFiles`
 */
export function filePlaces(policy: string | undefined, sid: string): string[] {
  const { data } = policySchema.safeParse(parsed(policy));
  const { data: statement } = statementSchema.safeParse(data?.Statement.find(({ Sid }) => Sid === sid));
  // A folder is named twice: as an object, and with all objects in it.
  const places = statement?.Resource.map(placeOf);
  return places?.every((place) => place !== undefined) === true ? [...new Set(places)] : [];
}

/**
 * Returns the buckets and folders that an inline policy of other code allows a role to use without a condition.
 *
 * @param policy JSON text of the policy; one of this project has none
 */
export function otherPlaces(policy: string | undefined, action: "s3:GetObject" | "s3:PutObject"): string[] {
  if (policy?.includes('"ReadComponentDocuments"') === true) return [];
  const statements = readPolicy(policy)?.statements.filter(
    ({ effect, actions, resources, conditions }) =>
      effect === "Allow" &&
      conditions.length === 0 &&
      !resources.not &&
      !actions.not &&
      actions.patterns.some((pattern) => contains(pattern.toLowerCase(), action.toLowerCase())),
  );
  return [...new Set(statements?.flatMap(({ resources }) => resources.patterns.flatMap((arn) => placeOf(arn) ?? [])))];
}

function placeOf(arn: string): string | undefined {
  return /^arn:[a-z-]+:s3:::(?=[^/]+\/)([^*?$]+?)(?:\/\*)?$/.exec(arn)?.[1];
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
}
