import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import { terraformLockFile } from "../../project/provider-lock";
import { environmentsMustExist } from "../must-exist";
import { liftGuards } from "./lift-guards";

/** A synthesised stack that can be applied to a local AWS. */
export interface PreparedStack {
  readonly name: string;
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
 * Readies one stack of a synthesis, `sandbox` or the first where none is named: its state is kept in its folder, wherever the environment
 * says, and all of it can be destroyed.
 *
 * @throws Error whose message is for the user, where there is no such stack
 */
export async function preparedStack(outdir: string, given: string | undefined): Promise<PreparedStack> {
  const stacks = (await readdir(join(outdir, "stacks"))).sort();
  const stack = given ?? (stacks.includes("sandbox") ? "sandbox" : (stacks[0] ?? "sandbox"));
  environmentsMustExist([stack], stacks);
  const path = join(outdir, "stacks", stack);
  const content = JSON.parse(await readFile(join(path, "cdk.tf.json"), "utf8")) as PreparedStack["content"];
  const { provider } = configuration.parse(content);
  // An override file's backend takes the place of the one it finds. Source: Terraform language, "Override Files".
  const override = { terraform: { backend: { local: { path: "terraform.tfstate" } } } };
  await writeFile(join(path, "backend_override.tf.json"), JSON.stringify(override));
  await liftGuards(path);
  // Nothing is deployed, so any provider that the machine has will do.
  await rm(join(path, terraformLockFile), { force: true });
  return { name: stack, path, account: provider.aws[0]?.allowed_account_ids[0] ?? "", content };
}
