import { fromNodeProviderChain, fromTemporaryCredentials } from "@aws-sdk/credential-providers";

import type { Deployment } from "../../definitions/schema/deployment";
import type { Place } from "../../aws/place";

/**
 * Credentials as Terraform's provider would take them: those of the profile where the environment names one, else of the shell; with a role, the
 * role's. They are asked for anew before they expire.
 */
export function credentialsOf(place: Place, deployment: Deployment | undefined) {
  const own = fromNodeProviderChain({ profile: deployment?.profile, clientConfig: { region: place.region } });
  const role = deployment?.role;
  if (role === undefined) return own;
  return fromTemporaryCredentials({
    masterCredentials: own,
    params: {
      RoleArn: role.arn,
      ExternalId: role.externalId,
      RoleSessionName: role.sessionName ?? "golden-images",
    },
    clientConfig: { region: place.region },
  });
}
