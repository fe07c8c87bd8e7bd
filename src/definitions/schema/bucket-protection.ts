import { z } from "zod";

const common = ["encryption", "ownership", "policy", "public-access"] as const;
const ofDocuments = [...common, "versioning"] as const;
const ofLogs = [...common, "lifecycle"] as const;

/** Returns the schema of the settings on a created bucket. An adopted bucket may omit some, which then remain unchanged in AWS. */
const protectionOf = <const T extends readonly [string, ...string[]]>(names: T) =>
  z
    .array(z.enum(names))
    .default([...names] as unknown as T[number][] & [])
    .describe(
      `Settings of a created bucket: ${names.map((name) => `\`${name}\``).join(", ")}; settings that are not listed stay as they are in AWS. Default: all.`,
    );

export const documentsProtection = protectionOf(ofDocuments);
export const logsProtection = protectionOf(ofLogs);

export type BucketProtection = (typeof ofDocuments)[number] | (typeof ofLogs)[number];
