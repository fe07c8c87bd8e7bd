import { resourceIdentities } from "../aws/resource-identities";
import type { Value } from "../review/plan/value";
import type { ResourceInstance } from "./state/state";

/** A resource in AWS that is in no state and that the new stack imports. */
export interface Import {
  /** Address in the stack, such as `aws_s3_bucket.documents`. */
  readonly to: string;
  /** Import id, in the format of the resource type. */
  readonly id: string;
}

/** Parses an option such as `aws_s3_bucket.documents=my-bucket`. Undefined if the text has another format. */
export function readImport(text: string): Import | undefined {
  const [, to, id] = /^([a-z][a-z0-9_]*\.[A-Za-z_][\w-]*)=(.+)$/.exec(text) ?? [];
  return to === undefined || id === undefined ? undefined : { to, id };
}

/** Types that the project creates only if a state has them. It creates all others in any case, so that their attributes are known. */
const optional = /^aws_(ecr_repository|s3_bucket(_\w+)?|sns_topic(_policy)?)$/;

/** Derives the attributes of a resource from its import id, which is the identity of all these types but topics. */
function attributesOf(type: string, id: string): Readonly<Record<string, Value>> | undefined {
  const [identity] = resourceIdentities[type]?.identity ?? [];
  if (!optional.test(type) || identity === undefined) return undefined;
  return type === "aws_sns_topic" ? { id, arn: id, name: id.slice(id.lastIndexOf(":") + 1) } : { id, [identity]: id };
}

/** Returns an instance for each import, as if it were in the state. Only the attributes that follow from its id are known. */
export function importedInstances(imports: readonly Import[]): ResourceInstance[] {
  return imports.flatMap(({ to, id }) => {
    const [type = "", name = ""] = to.split(".");
    const attributes = attributesOf(type, id);
    if (attributes === undefined) return [];
    return [
      {
        address: to,
        module: "",
        type,
        name,
        provider: "hashicorp/aws",
        attributes,
        sensitive: [],
        importId: id,
      },
    ];
  });
}
