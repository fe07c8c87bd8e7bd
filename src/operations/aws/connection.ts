import { AutoScalingClient } from "@aws-sdk/client-auto-scaling";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { EC2Client } from "@aws-sdk/client-ec2";
import { IAMClient } from "@aws-sdk/client-iam";
import { ImagebuilderClient } from "@aws-sdk/client-imagebuilder";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SSMClient } from "@aws-sdk/client-ssm";
import { STSClient } from "@aws-sdk/client-sts";

import type { Place } from "../../aws/place";
import type { Deployment } from "../../definitions/schema/deployment";
import { credentialsAs, credentialsOf } from "./credentials";
import { keepFailureContext } from "./failure-context";

/** The SDK clients for one environment's account. There is one client per region for each service whose region can be chosen. */
export interface Connection {
  readonly place: Place;
  readonly imageBuilder: ImagebuilderClient;
  readonly logs: CloudWatchLogsClient;
  readonly iam: IAMClient;
  readonly s3: S3Client;
  readonly sts: STSClient;
  /** Returns the client of a region. Default: the region of the environment. The same holds for the three functions below. */
  readonly ec2: (region?: string) => EC2Client;
  readonly kms: (region?: string) => KMSClient;
  readonly ssm: (region?: string) => SSMClient;
  readonly autoScaling: (region?: string) => AutoScalingClient;
  /** Returns a connection that assumes a role, which can be in another account. */
  readonly as: (role: string, place: Place) => Connection;
}

/** The account, region and credentials that the clients use. */
export interface Access {
  readonly place: Place;
  readonly deployment?: Deployment;
  /** Source of `AWS_ENDPOINT_URL`. The SDK reads all other variables of the process itself. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Attempts of one request: the SDK repeats it after throttling, a lost connection or a 5xx, with growing pauses. */
const attempts = 5;

/** Creates the clients. Sends no request. */
export function connectionTo({ place, deployment, environment }: Access): Connection {
  return connectionWith(credentialsOf(place, deployment), place, environment);
}

function connectionWith(
  credentials: ReturnType<typeof credentialsOf>,
  place: Place,
  environment: NodeJS.ProcessEnv,
): Connection {
  const at = (region = place.region) => ({ region, credentials, maxAttempts: attempts });
  const imageBuilder = new ImagebuilderClient(at());
  keepFailureContext(imageBuilder);
  return {
    place,
    imageBuilder,
    logs: new CloudWatchLogsClient(at()),
    // IAM has one endpoint per partition. The region selects the partition.
    iam: new IAMClient(at()),
    // A local AWS has no host name for each bucket.
    s3: new S3Client({ ...at(), forcePathStyle: environment.AWS_ENDPOINT_URL !== undefined }),
    sts: new STSClient(at()),
    ec2: byRegion((region) => new EC2Client(at(region))),
    kms: byRegion((region) => new KMSClient(at(region))),
    ssm: byRegion((region) => new SSMClient(at(region))),
    autoScaling: byRegion((region) => new AutoScalingClient(at(region))),
    as: (role, other) => connectionWith(credentialsAs(role, other, credentials), other, environment),
  };
}

function byRegion<T>(make: (region?: string) => T): (region?: string) => T {
  const made = new Map<string | undefined, T>();
  return (region) => {
    const client = made.get(region) ?? make(region);
    made.set(region, client);
    return client;
  };
}
