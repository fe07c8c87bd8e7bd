import { z } from "zod";

import { kmsKeyArn } from "./common";

const endpoints = {
  email: /^[^@\s]+@[^@\s]+$/,
  "email-json": /^[^@\s]+@[^@\s]+$/,
  http: /^http:\/\/\S+$/,
  https: /^https:\/\/\S+$/,
  lambda: /^arn:aws[a-z-]*:lambda:/,
  sms: /^\+\d{6,15}$/,
  sqs: /^arn:aws[a-z-]*:sqs:/,
} as const;
const protocols = Object.keys(endpoints) as [keyof typeof endpoints, ...(keyof typeof endpoints)[]];

/** SNS API fields Subscribe.Protocol and Endpoint. */
const subscription = z
  .strictObject({
    protocol: z.enum(protocols).describe("How the message is delivered."),
    endpoint: z.string().min(1).describe("An address of that protocol: e-mail, URL, phone number or ARN."),
  })
  .superRefine(({ protocol, endpoint }, context) => {
    if (endpoints[protocol].test(endpoint)) return;
    context.addIssue({
      code: "custom",
      path: ["endpoint"],
      message: `"${endpoint}" is no endpoint of protocol "${protocol}"`,
    });
  });

const madeTopic = z.strictObject({
  create: z.literal(true).describe("Make the topic: closed to other accounts, open to Image Builder and EventBridge."),
  name: z
    .string()
    .regex(/^[a-zA-Z0-9_-]{1,256}$/, "1 to 256 letters, digits, hyphens and underscores")
    .default("image-factory")
    .describe("Name of the topic."),
  kmsKey: kmsKeyArn
    .optional()
    .describe("KMS key of the topic; its policy has to let Image Builder use it. Default: no encryption."),
  subscriptions: z
    .array(subscription)
    .default([])
    .describe("Who hears; e-mail addresses have to confirm before they do."),
});

/** An SNS topic: given by its ARN, or made. */
export const topic = z.union([
  z.string().regex(/^arn:aws[^:]*:sns:[^:]+:[0-9]{12}:[a-zA-Z0-9-_]{1,256}$/, "the ARN of an SNS topic"),
  madeTopic,
]);

export type Topic = z.output<typeof topic>;
