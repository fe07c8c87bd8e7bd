import { z } from "zod";

import { assumedRole, profile } from "./assumed-role";
import { bucketName, kmsKeyArn, noPlaceholder, region } from "./common";
import { exactlyOne } from "./exactly-one";

const local = z.strictObject({
  file: z
    .string()
    .regex(
      /^(state|\.\.(\/\.\.)*)(\/(?!\.\.?(\/|$))[^/\\]+)+$/,
      "a file below state/, or one outside the project folder that starts with ../",
    )
    .optional()
    .describe(
      "State file, relative to the project folder: below `state/`, which no command deletes, or outside (`../…`). Default: `state/<environment>.tfstate`.",
    ),
});

const s3 = z.strictObject({
  bucket: bucketName.describe("The bucket. It must exist; `examples/state-bucket` creates one."),
  key: z
    .string()
    .regex(/^(?!\/)(?!.*\/\/)(?!.*\/$).{1,1024}$/, "a key without a slash at its start or end, and without //")
    .describe("Key of the state object, its own for each environment."),
  region: region.describe("Region of the bucket."),
  lock: z
    .union([
      z.enum(["file", "none"]),
      z.strictObject({
        dynamodbTable: z
          .string()
          .regex(/^[a-zA-Z0-9_.-]{3,255}$/, "the name of a DynamoDB table: 3 to 255 letters, digits and . - _")
          .describe("The table that holds the lock; its key is LockID."),
      }),
    ])
    .default("file")
    .describe(
      "How two runs are kept apart: `file` is a lock file (Terraform 1.10 or newer), `dynamodbTable` a table for older versions, `none` no lock.",
    ),
  encrypt: z.boolean().default(true).describe("Whether the state object is encrypted by the server."),
  kmsKey: kmsKeyArn.optional().describe("KMS key of the state object. Default: the bucket's encryption."),
  profile: profile
    .optional()
    .describe("Profile of the AWS CLI's configuration, only for the bucket. Default: that of the shell."),
  role: assumedRole
    .optional()
    .describe(
      "Role to assume, only for the bucket, such as one of a tooling account (Terraform 1.6 or newer). Default: none.",
    ),
});

const cloud = z.strictObject({
  organization: z.string().min(1).describe("The organization."),
  workspace: z
    .string()
    .regex(/^[\w-]{1,90}$/, "the name of a workspace: 1 to 90 letters, digits, - and _")
    .describe("The workspace, its own for each environment."),
  project: z
    .string()
    .min(1)
    .optional()
    .describe("Project of a workspace that is created. Default: the organization's."),
  hostname: z.string().min(1).optional().describe("Host of a Terraform Enterprise. Default: `app.terraform.io`."),
});

const url = z.string().regex(/^https?:\/\/[^\s/]+(\/\S*)?$/, "a URL that starts with https:// or http://");
const method = z.string().regex(/^[A-Z]+$/, "an HTTP method, such as PUT");

const http = z.strictObject({
  address: url.describe("Where the state is read and written; `{stack}` in it is replaced by the name of the stack."),
  lockAddress: url.optional().describe("URL to lock the state; may contain `{stack}`. Default: no lock."),
  unlockAddress: url.optional().describe("URL to unlock the state; may contain `{stack}`. Default: no lock."),
  updateMethod: method.optional().describe("HTTP method of a write. Default: `POST`."),
  lockMethod: method.optional().describe("HTTP method to lock the state. Default: `LOCK`."),
  unlockMethod: method.optional().describe("HTTP method to unlock the state. Default: `UNLOCK`."),
  username: z
    .string()
    .min(1)
    .optional()
    .describe("User name; the password comes from the variable TF_HTTP_PASSWORD. Default: none."),
});

const backend = z.strictObject({
  type: z
    .string()
    .regex(/^(?!(local|cloud)$)[a-z][a-z0-9_]*$/, "a backend of Terraform other than local, such as gcs or azurerm")
    .describe("Type of the backend, as Terraform names it."),
  config: z
    .record(z.string().regex(/^[a-z][a-z0-9_]*$/, "an argument of the backend, as Terraform names it"), z.json())
    .default({})
    .describe("Its arguments, as Terraform names them; `{stack}` in a text is replaced by the name of the stack."),
});

/** The place of the Terraform state. */
export const state = z
  .strictObject({
    local: local.optional().describe("State in a file on this machine, for one person."),
    s3: s3.optional().describe("State in an S3 bucket."),
    cloud: cloud.optional().describe("State in HCP Terraform or Terraform Enterprise (Terraform 1.1 or newer)."),
    http: http.optional().describe("State behind a REST interface, such as GitLab's."),
    backend: backend.optional().describe("State in any other backend of Terraform, written as Terraform wants it."),
  })
  .superRefine(exactlyOne("local", "s3", "cloud", "http", "backend"))
  .superRefine((value, context) => {
    noPlaceholder(value, context);
  });

export type State = z.output<typeof state>;
