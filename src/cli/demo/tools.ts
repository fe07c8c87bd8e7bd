import { isOnPath } from "../../terraform/on-path";

export type ToolName = "terraform" | "moto_server" | "aws" | "python3";

/** What the sandbox, its demonstration and their tests run, and how each is installed. */
const installation: Readonly<Record<ToolName, string>> = {
  terraform: "https://developer.hashicorp.com/terraform/install (the version in .terraform-version is known to work)",
  moto_server: "pip install 'moto[server]'",
  aws: "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html",
  python3: "https://www.python.org/downloads/",
};

/** Which of the tools are not on the PATH, in the order asked. */
export function missingTools(names: readonly ToolName[], environment: NodeJS.ProcessEnv): ToolName[] {
  return names.filter((name) => !isOnPath(name, environment));
}

/** One line a missing tool: its name and how to install it. */
export function howToInstall(names: readonly ToolName[]): string {
  return names
    .map((name) => `${name} is not installed or not on the PATH; install it: ${installation[name]}`)
    .join("\n");
}
