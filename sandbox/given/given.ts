/** A resource that exists before a stack is applied: the stack refers to it but does not create it. */
export interface Given {
  readonly kind: GivenKind;
  /** ID if AWS chooses it, e.g. `subnet-…`; ARN of a KMS key, alias or topic; otherwise a name. */
  readonly id: string;
  readonly region: string;
  /** Account of the resource. Default: the sandbox's own. */
  readonly account?: string;
  /** Tags that a look-up requires. Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly name?: string;
  /** Architecture of an AMI. Default: not set. */
  readonly architecture?: string;
}

/** Kinds of resources in the order of their creation: dependencies come first. */
export const givenKinds = [
  "vpc",
  "subnet",
  "security-group",
  "key-pair",
  "ami",
  "snapshot",
  "launch-template",
  "kms-key",
  "kms-alias",
  "topic",
  "bucket",
  "repository",
  "log-group",
  "parameter",
  "role",
  "instance-profile",
] as const;

export type GivenKind = (typeof givenKinds)[number];
