/** Something that is there before a stack is applied: the stack names it and does not make it. */
export interface Given {
  readonly kind: GivenKind;
  /** An id where AWS chooses it, e.g. `subnet-…`; an ARN of KMS keys, aliases and topics; else a name. */
  readonly id: string;
  readonly region: string;
  /** Default: the sandbox's own. */
  readonly account?: string;
  /** What a look-up asks for: tags, and the name of a security group or an AMI. Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly name?: string;
  /** Of an AMI; default: none is said. */
  readonly architecture?: string;
}

/** In the order in which they are made: what others need comes first. */
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
