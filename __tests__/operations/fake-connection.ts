import { AutoScalingClient } from "@aws-sdk/client-auto-scaling";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { EC2Client } from "@aws-sdk/client-ec2";
import { IAMClient } from "@aws-sdk/client-iam";
import { ImagebuilderClient } from "@aws-sdk/client-imagebuilder";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SSMClient } from "@aws-sdk/client-ssm";
import { STSClient } from "@aws-sdk/client-sts";

import type { Place } from "../../src/aws/place";
import type { Connection } from "../../src/operations/aws/connection";
import type { Clock } from "../../src/operations/clock";

type Input = Readonly<Record<string, unknown>>;

/** Answers by the name of the command, e.g. `GetImageCommand`. */
export type Answers = Readonly<Record<string, (input: Input, region: string) => unknown>>;

/** Clients that send nothing. A command without an answer fails the test. */
export function fakeConnection(answers: Answers, as?: Connection["as"]): Connection {
  const place: Place = { partition: "aws", region: "us-east-1", account: "123456789012" };
  const send = async (command: { readonly input: Input }, region: string): Promise<unknown> => {
    const name = command.constructor.name;
    const answer = answers[name];
    if (answer === undefined) throw new Error(`${name} was not expected`);
    return Promise.resolve(answer(command.input, region));
  };
  // Paginators of the SDK take nothing but clients of its own classes.
  const client = <T extends object>({ prototype }: { readonly prototype: T }, region = place.region): T =>
    Object.assign(Object.create(prototype) as T, {
      send: async (command: { readonly input: Input }) => send(command, region),
    });
  return {
    place,
    imageBuilder: client(ImagebuilderClient),
    logs: client(CloudWatchLogsClient),
    iam: client(IAMClient),
    s3: client(S3Client),
    sts: client(STSClient),
    ec2: (region) => client(EC2Client, region),
    kms: (region) => client(KMSClient, region),
    ssm: (region) => client(SSMClient, region),
    autoScaling: (region) => client(AutoScalingClient, region),
    as:
      as ??
      ((role) => {
        throw new Error(`role ${role} was not expected`);
      }),
  };
}

/** Time goes by only where somebody waits. */
export function fakeClock(start = 0): Clock {
  let time = start;
  return {
    now: () => time,
    sleep: async (milliseconds) => {
      time += milliseconds;
      return Promise.resolve();
    },
  };
}

/** An error as the SDK throws it. */
export function serviceError(name: string, httpStatusCode: number): Error {
  return Object.assign(new Error("said by AWS"), { name, $metadata: { httpStatusCode } });
}
