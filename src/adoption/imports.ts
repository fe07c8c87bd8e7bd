import type { Value } from "../review/plan/value";
import type { ResourceInstance } from "./state/state";

/** Something that is in AWS and in no state, and comes into that of the new stack. */
export interface Import {
  /** Its address in the stack, such as `aws_s3_bucket.documents`. */
  readonly to: string;
  /** As Terraform imports its type. */
  readonly id: string;
}

/** `aws_s3_bucket.documents=my-bucket`; undefined where it is nothing of the kind. */
export function readImport(text: string): Import | undefined {
  const [, to, id] = /^([a-z][a-z0-9_]*\.[A-Za-z_][\w-]*)=(.+)$/.exec(text) ?? [];
  return to === undefined || id === undefined ? undefined : { to, id };
}

/**
 * What the id of an import says of a resource, for types that the project only names unless a state has them. Of all other types, the project makes
 * what it would import.
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

/** Stands for what is imported beside what a state holds; nothing is known of it but what its id says. */
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
