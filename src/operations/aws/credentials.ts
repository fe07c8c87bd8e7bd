import {
  fromNodeProviderChain,
  fromTemporaryCredentials,
  type FromTemporaryCredentialsOptions,
} from "@aws-sdk/credential-providers";

import type { Place } from "../../aws/place";
import type { Deployment } from "../../definitions/schema/deployment";

type Credentials = ReturnType<typeof fromTemporaryCredentials>;

/**
 * Returns the credentials that Terraform's provider would use: those of the environment's profile if it names one, or else those of the shell. If the
 * environment names a role, they are used to assume it. The SDK renews the credentials before they expire.
 */
export function credentialsOf(place: Place, deployment: Deployment | undefined): Credentials {
  const own = fromNodeProviderChain({ profile: deployment?.profile, clientConfig: { region: place.region } });
  const role = deployment?.role;
  if (role === undefined) return own;
  return assumed(own, place, {
    RoleArn: role.arn,
    ExternalId: role.externalId,
    RoleSessionName: role.sessionName ?? sessionName,
  });
}

/** Returns the credentials of a role. `masterCredentials` have to be allowed to assume it. */
export function credentialsAs(role: string, place: Place, masterCredentials: Credentials): Credentials {
  return assumed(masterCredentials, place, { RoleArn: role, RoleSessionName: sessionName });
}

const sessionName = "golden-images";

function assumed(
  masterCredentials: Credentials,
  { region }: Place,
  params: FromTemporaryCredentialsOptions["params"],
): Credentials {
  return fromTemporaryCredentials({ masterCredentials, params, clientConfig: { region } });
}
