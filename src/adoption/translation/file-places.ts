import { z } from "zod";

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
  const places = statement?.Resource.map(
    // A folder is named twice: as an object, and with all objects in it.
    (arn) => /^arn:[a-z-]+:s3:::(?=[^/]+\/)([^*?$]+?)(?:\/\*)?$/.exec(arn)?.[1],
  );
  return places?.every((place) => place !== undefined) === true ? [...new Set(places)] : [];
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
}
