import { join } from "node:path";

/**
 * What makes the AWS provider talk to the sandbox, and to nothing else.
 *
 * @param folder an existing folder; the user's AWS profiles are hidden behind files in it that do not exist
 */
export function sandboxCredentials(endpoint: string, folder: string): NodeJS.ProcessEnv {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: "sandbox",
    AWS_SECRET_ACCESS_KEY: "sandbox",
    AWS_REGION: "us-east-1",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: join(folder, "no-aws-config"),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, "no-aws-credentials"),
  };
}
