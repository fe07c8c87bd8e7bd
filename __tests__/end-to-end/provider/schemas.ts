import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { cacheFolder } from "../../../src/project/package-folder";
import { fieldsOf, framed, unframed } from "./messages";

/** Services, as in the provider's type names, of which the tests use resources or data sources. */
const services = [
  "ami",
  "autoscaling",
  "caller",
  "cloudwatch_event",
  "cloudwatch_log",
  "default",
  "dynamodb",
  "ebs",
  "ec2",
  "ecr",
  "ecrpublic",
  "eip",
  "iam",
  "imagebuilder",
  "inspector2",
  "instance",
  "internet_gateway",
  "key_pair",
  "kms",
  "launch_template",
  "licensemanager",
  "nat_gateway",
  "organizations",
  "partition",
  "region",
  "route",
  "s3",
  "security_group",
  "security_groups",
  "sns",
  "sqs",
  "ssm",
  "subnet",
  "vpc",
];
const needed = new RegExp(`^aws_(${services.join("|")})(_|$)`);

/** Numbers of the fields of `GetProviderSchema.Response` that are maps: resources, data sources, functions and ephemeral resources. */
const maps = new Set([2, 3, 7, 8]);

/**
 * Removes the schemas of services that no test uses from a provider's answer: it has 1,500 schemas, and Terraform reads them in every
 * command. A resource of another service fails with "does not support resource type".
 *
 * Source: Terraform, docs/plugin-protocol/tfplugin5.proto
 */
export function neededSchemas(answer: Buffer): Buffer {
  const fields = [...fieldsOf(unframed(answer))];
  const kept = fields.filter(({ number, content }) => !maps.has(number) || needed.test(keyOf(content)));
  return framed(Buffer.concat(kept.map(({ whole }) => whole)));
}

function keyOf(entry: Buffer): string {
  const [key] = fieldsOf(entry);
  return key?.content.toString() ?? "";
}

/**
 * Returns the needed schemas of a provider. They are requested once and cached, because the provider needs a second and a gigabyte to
 * return all of them.
 */
export async function keptSchemas(program: string, ask: () => Promise<Buffer>): Promise<Buffer> {
  // The program's name contains its version. Each Terraform folder has a copy of the program or a link to it.
  const { size } = await stat(program);
  const of = createHash("sha256")
    .update(`${basename(program)} ${size} ${needed.source}`)
    .digest("hex");
  const file = join(cacheFolder(), "provider-schemas", of);
  const kept = await readFile(file).catch(() => undefined);
  if (kept !== undefined) return kept;
  const found = neededSchemas(await ask());
  await mkdir(join(cacheFolder(), "provider-schemas"), { recursive: true });
  // Written atomically, because other tests read it at the same time.
  await writeFile(`${file}.${process.pid}`, found);
  await rename(`${file}.${process.pid}`, file);
  return found;
}
