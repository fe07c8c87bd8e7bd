/** The form of the ARNs of a resource type: a pattern, and the shape in words for messages. */
export interface ArnShape {
  readonly pattern: RegExp;
  readonly shape: string;
}

/**
 * The kinds of ARNs that definitions accept.
 *
 * Source: AWS General Reference, "Amazon Resource Names"; Service Authorization Reference, the resource types of each service.
 */
export const arnShapes = {
  any: {
    pattern: /^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:[a-zA-Z0-9-]*:.+$/,
    shape: "an ARN: arn:partition:service:region:account:resource",
  },
  keyOrAlias: {
    pattern:
      /^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key\/(mrk-[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})|alias\/[a-zA-Z0-9:/_-]{1,250})$/,
    shape: "the ARN of a KMS key or alias: arn:aws:kms:region:account:key/… or …:alias/…",
  },
  key: {
    pattern: /^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key\/[a-zA-Z0-9-]+$/,
    shape: "the ARN of a KMS key, not of an alias: arn:aws:kms:region:account:key/…",
  },
  role: {
    pattern: /^arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\w+=,.@/-]{1,576}$/,
    shape: "the ARN of a role: arn:aws:iam::account:role/name",
  },
  topic: {
    pattern: /^arn:aws[^:]*:sns:[^:]+:[0-9]{12}:[a-zA-Z0-9-_]{1,256}$/,
    shape: "the ARN of an SNS topic",
  },
  /** A queue that is not FIFO: a standard topic cannot have FIFO queues as subscribers. Source: SNS API, Subscribe. */
  standardQueue: {
    pattern: /^arn:aws[a-z-]*:sqs:[a-z0-9-]+:\d{12}:[\w-]{1,80}$/,
    shape: "the ARN of a standard queue: arn:aws:sqs:region:account:name",
  },
  function: {
    pattern: /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/,
    shape: "the ARN of a function: arn:aws:lambda:region:account:function:name",
  },
  organization: {
    pattern: /^arn:aws[^:]*:organizations::[0-9]{12}:organization\/o-[a-z0-9]{10,32}$/,
    shape: "the ARN of an organization: arn:aws:organizations::account:organization/o-…",
  },
  organizationalUnit: {
    pattern: /^arn:aws[^:]*:organizations::[0-9]{12}:ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/,
    shape: "the ARN of an organizational unit: arn:aws:organizations::account:ou/o-…/ou-…",
  },
  license: {
    pattern: /^arn:aws[^:]*:license-manager:[^:]+:[0-9]{12}:license-configuration:lic-[a-z0-9-_]{32}$/,
    shape: "the ARN of a license configuration: arn:aws:license-manager:region:account:license-configuration:lic-…",
  },
} as const satisfies Record<string, ArnShape>;
