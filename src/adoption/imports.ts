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

/**
 * Derives attributes from the import id, by resource type. Only for types that the project creates if a state has them, and otherwise only names.
 * The project creates resources of all other types in any case, so that their attributes are known.
 *
 * Source: documentation of the AWS provider 5.100, "Import" of each type.
 */
const sayings: Readonly<Record<string, (id: string) => Readonly<Record<string, Value>>>> = {
  aws_ecr_repository: (id) => ({ name: id }),
  aws_s3_bucket: (id) => ({ bucket: id }),
  aws_s3_bucket_lifecycle_configuration: (id) => ({ bucket: id }),
  aws_s3_bucket_ownership_controls: (id) => ({ bucket: id }),
  aws_s3_bucket_policy: (id) => ({ bucket: id }),
  aws_s3_bucket_public_access_block: (id) => ({ bucket: id }),
  aws_s3_bucket_server_side_encryption_configuration: (id) => ({ bucket: id }),
  aws_s3_bucket_versioning: (id) => ({ bucket: id }),
  aws_sns_topic: (id) => ({ arn: id, name: id.slice(id.lastIndexOf(":") + 1) }),
  aws_sns_topic_policy: (id) => ({ arn: id }),
};

/** Returns an instance for each import, as if it were in the state. Only the attributes that follow from its id are known. */
export function importedInstances(imports: readonly Import[]): ResourceInstance[] {
  return imports.flatMap(({ to, id }) => {
    const [type = "", name = ""] = to.split(".");
    const attributes = sayings[type]?.(id);
    if (attributes === undefined) return [];
    return [
      {
        address: to,
        module: "",
        type,
        name,
        provider: "hashicorp/aws",
        attributes: { id, ...attributes },
        sensitive: [],
        importId: id,
      },
    ];
  });
}
