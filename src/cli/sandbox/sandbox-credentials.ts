import { join } from "node:path";

/**
 * Returns environment variables with which the AWS provider uses only the sandbox.
 *
 * @param folder an existing folder. The variables replace the user's AWS profiles by files in it that do not exist
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
