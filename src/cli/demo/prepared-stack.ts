import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import { writeOneOf } from "../../problems/suggest";
import { UsageError } from "../usage-error";

/** A synthesised stack that can be applied to a local AWS. */
export interface PreparedStack {
  /** Folder of its cdk.tf.json. */
  readonly path: string;
  /** The one account that it lets itself be applied to. */
  readonly account: string;
  /** Its cdk.tf.json. */
  readonly content: Readonly<Record<string, unknown>>;
}

const configuration = z.object({
  provider: z.object({ aws: z.array(z.object({ allowed_account_ids: z.array(z.string()).min(1) })).min(1) }),
});

/**
 * Readies one stack of a synthesis: its state is kept in its folder, wherever the environment says.
 *
 * @throws Error whose message is for the user, where there is no such stack
 */
export async function preparedStack(outdir: string, stack: string): Promise<PreparedStack> {
  const stacks = await readdir(join(outdir, "stacks"));
  if (!stacks.includes(stack)) throw new UsageError(`there is no environment "${stack}"; ${writeOneOf(stack, stacks)}`);
  const path = join(outdir, "stacks", stack);
  const content = JSON.parse(await readFile(join(path, "cdk.tf.json"), "utf8")) as PreparedStack["content"];
  const { provider } = configuration.parse(content);
  // An override file's backend takes the place of the one it finds. Source: Terraform language, "Override Files".
  const override = { terraform: { backend: { local: { path: "terraform.tfstate" } } } };
  await writeFile(join(path, "backend_override.tf.json"), JSON.stringify(override));
  // Nothing is deployed, so any provider that the machine has will do.
  await rm(join(path, ".terraform.lock.hcl"), { force: true });
  return { path, account: provider.aws[0]?.allowed_account_ids[0] ?? "", content };
}
