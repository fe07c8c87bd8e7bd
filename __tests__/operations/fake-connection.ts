import type { Connection } from "../../src/operations/aws/connection";
import type { Clock } from "../../src/operations/clock";

/** Answers by the name of the command, e.g. `GetImageCommand`. */
export type Answers = Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => unknown>>;

/** Clients that send nothing. A command without an answer fails the test. */
export function fakeConnection(answers: Answers): Connection {
  const client = {
    send: async (command: { readonly input: Readonly<Record<string, unknown>> }) => {
      const name = command.constructor.name;
      const answer = answers[name];
      if (answer === undefined) throw new Error(`${name} was not expected`);
      return Promise.resolve(answer(command.input));
    },
  };
  const place = { partition: "aws", region: "us-east-1", account: "123456789012" };
  const clients = { imageBuilder: client, logs: client, iam: client, s3: client, sts: client, quotas: client };
  const byRegion = () => client;
  return { place, ...clients, ec2: byRegion, ssm: byRegion, autoScaling: byRegion } as unknown as Connection;
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
