import {
  fromNodeProviderChain,
  fromTemporaryCredentials,
  type FromTemporaryCredentialsOptions,
} from "@aws-sdk/credential-providers";

import type { Place } from "../../aws/place";
import type { Deployment } from "../../definitions/schema/deployment";

type Credentials = ReturnType<typeof fromTemporaryCredentials>;

/**
 * Credentials as Terraform's provider would take them: those of the profile where the environment names one, else of the shell; with a role, the
 * role's. They are asked for anew before they expire.
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

/** Those of a role, which others are let to assume. */
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
