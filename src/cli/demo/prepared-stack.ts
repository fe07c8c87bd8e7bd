import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import { terraformLockFile } from "../../project/provider-lock";
import { environmentsMustExist } from "../must-exist";
import { liftGuards } from "./lift-guards";

/** A synthesised stack that can be applied to a local AWS. */
export interface PreparedStack {
  readonly name: string;
  /** Folder of the stack's cdk.tf.json. */
  readonly path: string;
  /** The only account to which the stack can be applied. */
  readonly account: string;
  /** Content of the stack's cdk.tf.json. */
  readonly content: Readonly<Record<string, unknown>>;
}

const configuration = z.object({
  provider: z.object({
    aws: z.tuple([z.object({ allowed_account_ids: z.tuple([z.string()]).rest(z.string()) })]).rest(z.unknown()),
  }),
});

/**
 * Prepares one stack of a synthesis for a local AWS: keeps its state in its folder, and allows Terraform to destroy all of it.
 *
 * @param given name of the stack. Default: `sandbox`, or the first stack if there is no `sandbox`
 * @throws UsageError if there is no such stack
 */
export async function preparedStack(outdir: string, given: string | undefined): Promise<PreparedStack> {
  const stacks = (await readdir(join(outdir, "stacks"))).sort();
  const stack = given ?? (stacks.includes("sandbox") ? "sandbox" : (stacks[0] ?? "sandbox"));
  environmentsMustExist([stack], stacks);
  const path = join(outdir, "stacks", stack);
  const content = JSON.parse(await readFile(join(path, "cdk.tf.json"), "utf8")) as PreparedStack["content"];
  const { provider } = configuration.parse(content);
  // The backend in an override file replaces that of the stack. Source: Terraform language, "Override Files".
  const override = { terraform: { backend: { local: { path: "terraform.tfstate" } } } };
  await writeFile(join(path, "backend_override.tf.json"), JSON.stringify(override));
  await liftGuards(path);
  // Nothing is deployed to AWS, so the machine can use any provider version that it has.
  await rm(join(path, terraformLockFile), { force: true });
  return { name: stack, path, account: provider.aws[0].allowed_account_ids[0], content };
}
