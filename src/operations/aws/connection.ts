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

/** The clients of one environment's account; those of services that act by region are made once a region. */
export interface Connection {
  readonly place: Place;
  readonly imageBuilder: ImagebuilderClient;
  readonly logs: CloudWatchLogsClient;
  readonly iam: IAMClient;
  readonly s3: S3Client;
  readonly sts: STSClient;
  /** Default: the region of the environment. */
  readonly ec2: (region?: string) => EC2Client;
  readonly kms: (region?: string) => KMSClient;
  readonly ssm: (region?: string) => SSMClient;
  readonly autoScaling: (region?: string) => AutoScalingClient;
  /** The same as a role, which may be of another account. */
  readonly as: (role: string, place: Place) => Connection;
}

/** As whom and where the clients work. */
export interface Access {
  readonly place: Place;
  readonly deployment?: Deployment;
  /** For `AWS_ENDPOINT_URL`; all else the SDK reads by itself. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Attempts of one request: throttling, a lost connection and a 5xx are tried again by the SDK, with growing pauses. */
const attempts = 5;

/** Makes the clients; nothing is sent yet. */
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
    // IAM has one endpoint a partition; the region says which partition.
    iam: new IAMClient(at()),
    // A local AWS has no name of its own for each bucket.
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
