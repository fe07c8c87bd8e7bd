import type { Place } from "../../aws/place";
import { resourceIdentities } from "../../aws/resource-identities";

/** A resource that a plan would create. */
export interface PlannedCreate {
  /** Address of the resource, e.g. `aws_s3_bucket.documents`. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  /** Key of the resource's provider in the configuration: `aws`, or `aws.<alias>`. */
  readonly provider: string;
  /** The attributes that are known before the resource is created. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Types that can be created twice: AWS answers a second create call as if it were the first. */
const idempotent = new Set(["aws_inspector2_enabler", "aws_sns_topic_subscription", "aws_kms_grant"]);

/** A data source of the provider that finds a resource whose id does not follow from its name. */
export interface LookUp {
  readonly dataSource: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The attribute that contains the id, or a list with only the id. */
  readonly id: string;
}

/** Returns the import id of a planned resource, or undefined if it does not follow from the planned attributes. */
export function importId({ type, values }: PlannedCreate, place: Place): string | undefined {
  const unknown = new Set<string>();
  const id = resourceIdentities[type]?.importId?.((name) => {
    const value = values[name];
    if (typeof value === "string" && value !== "") return value;
    unknown.add(name);
    return "";
  }, place);
  return unknown.size === 0 ? id : undefined;
}

/** Returns the look-up of a resource whose id AWS chooses, or undefined if it cannot be looked up. */
export function lookUp({ type, name, values }: PlannedCreate, all: readonly PlannedCreate[]): LookUp | undefined {
  if (type === "aws_kms_key") {
    // A key has no name, but its alias has one.
    const alias = all.find((each) => each.type === "aws_kms_alias" && each.name === name)?.values.name;
    return typeof alias === "string"
      ? { dataSource: "aws_kms_alias", arguments: { name: alias }, id: "target_key_id" }
      : undefined;
  }
  if (type === "aws_launch_template" && typeof values.name === "string")
    return { dataSource: "aws_launch_template", arguments: { name: values.name }, id: "id" };
  if (type === "aws_security_group" && typeof values.name === "string") {
    const vpc = typeof values.vpc_id === "string" ? [{ name: "vpc-id", values: [values.vpc_id] }] : [];
    const filter = [{ name: "group-name", values: [values.name] }, ...vpc];
    return { dataSource: "aws_security_groups", arguments: { filter }, id: "ids" };
  }
  return undefined;
}

/** Checks whether a resource can be created again without harm. */
export function canBeCreatedAgain({ type }: PlannedCreate): boolean {
  return idempotent.has(type);
}
