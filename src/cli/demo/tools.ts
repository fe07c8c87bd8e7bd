import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";

export type ToolName = "terraform" | "moto_server";

/** What the sandbox and its demonstration run, and how each is installed. */
const installation: Readonly<Record<ToolName, string>> = {
  terraform: "https://developer.hashicorp.com/terraform/install (the version in .terraform-version is known to work)",
  moto_server: "pip install 'moto[server]'",
};

/** Which of the tools are not on the PATH, in the order asked. */
export async function missingTools(names: readonly ToolName[], environment: NodeJS.ProcessEnv): Promise<ToolName[]> {
  const found = await Promise.all(names.map((name) => isOnPath(name, environment)));
  return names.filter((_, index) => found[index] !== true);
}

/** One line a missing tool: its name and how to install it. */
export function howToInstall(names: readonly ToolName[]): string {
  return names
    .map((name) => `${name} is not installed or not on the PATH; install it: ${installation[name]}`)
    .join("\n");
}

async function isOnPath(name: string, { PATH: path = "" }: NodeJS.ProcessEnv): Promise<boolean> {
  for (const folder of path.split(delimiter).filter((entry) => entry !== "")) {
    const runs = await access(join(folder, name), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return true;
  }
  return false;
}
