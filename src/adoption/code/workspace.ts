import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The workspace that is chosen in the folder of Terraform code; undefined for the default one.
 *
 * Source: Terraform, "Workspaces": `terraform workspace select` notes it in .terraform/environment.
 */
export async function workspaceOf(folder: string): Promise<string | undefined> {
  const noted = await readFile(join(folder, ".terraform", "environment"), "utf8").catch(() => "");
  const name = noted.trim();
  return name === "" || name === "default" ? undefined : name;
}
