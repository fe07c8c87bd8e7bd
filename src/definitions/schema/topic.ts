import { z } from "zod";

import { arnShapes } from "../../aws/arn-shapes";
import { kmsKeyArn, topicArn } from "./common";

interface Endpoint {
  readonly pattern: RegExp;
  readonly shape: string;
}

const address: Endpoint = { pattern: /^[^@\s]+@[^@\s]+$/, shape: "an e-mail address, e.g. images@example.com" };
const endpoints = {
  email: address,
  "email-json": address,
  http: { pattern: /^http:\/\/\S+$/, shape: "a URL that starts with http://" },
  https: { pattern: /^https:\/\/\S+$/, shape: "a URL that starts with https://" },
  lambda: arnShapes.function,
  sms: { pattern: /^\+\d{6,15}$/, shape: "a phone number, e.g. +491701234567" },
  sqs: arnShapes.standardQueue,
} as const satisfies Record<string, Endpoint>;
const protocols = Object.keys(endpoints) as [keyof typeof endpoints, ...(keyof typeof endpoints)[]];

/** A subscription to a topic. SNS API fields Subscribe.Protocol and Endpoint. */
const subscription = z
  .strictObject({
    protocol: z.enum(protocols).describe("How the message is delivered."),
    endpoint: z.string().min(1).describe("An address of that protocol: e-mail, URL, phone number or ARN."),
  })
  .superRefine(({ protocol, endpoint }, context) => {
    if (endpoints[protocol].pattern.test(endpoint)) return;
    context.addIssue({
      code: "custom",
      path: ["endpoint"],
      message: `"${endpoint}" is not an endpoint of protocol "${protocol}"`,
      params: { fix: `write ${endpoints[protocol].shape}` },
    });
  });

const createdTopic = z.strictObject({
  create: z
    .literal(true)
    .describe("Create the topic: closed to other accounts, open to Image Builder and EventBridge."),
  name: z
    .string()
    .regex(/^[a-zA-Z0-9_-]{1,256}$/, "1 to 256 letters, digits, hyphens and underscores")
    .optional()
    .describe("Name of the topic. Default: `image-factory` after `namePrefix`."),
  kmsKey: kmsKeyArn
    .optional()
    .describe("KMS key of the topic. Its policy must let Image Builder use it. Default: no encryption."),
  subscriptions: z
    .array(subscription)
    .default([])
    .describe("Who gets the messages. E-mail addresses must confirm first."),
});

/** An SNS topic: the ARN of an existing one, or a created one. */
export const topic = z.union([topicArn, createdTopic]);

export type Topic = z.output<typeof topic>;
