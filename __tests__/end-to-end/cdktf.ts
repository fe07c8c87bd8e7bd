import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { terraformEnvironment } from "../../src/terraform/environment";
import { providerInstallation } from "../../src/terraform/provider-mirror";
import { copyOfThreeEnvironments } from "../helpers/three-environments";
import { repository, temporaryFolder } from "./harness";
import { keptProvider } from "./provider/kept-provider";

export interface Ended {
  readonly exitCode: number | null;
  /** Output of the program, stdout and stderr in order. */
  readonly output: string;
}

/**
 * Returns the folder of a copy of the project with three environments, in which `npx cdktf` runs this application as compiled for the
 * package.
 */
export function cdktfProject(): string {
  const project = copyOfThreeEnvironments();
  const compiled = join(repository, "dist", "app.js");
  writeFileSync(join(project, "main.cjs"), `void require(${JSON.stringify(compiled)}).app();\n`);
  const app = [process.execPath, "main.cjs"].join(" ");
  writeFileSync(
    join(project, "cdktf.json"),
    JSON.stringify({ language: "typescript", app, projectId: "test", sendCrashReports: "false" }),
  );
  cpSync(join(repository, ".gitignore"), join(project, ".gitignore"));
  return project;
}

/** Runs the CDKTF CLI in a project with the environment that Terraform needs, and `variables`. */
export async function cdktf(
  project: string,
  args: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const folder = temporaryFolder();
  const child = spawn(
    process.execPath,
    [join(repository, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf.js"), ...args],
    {
      cwd: project,
      env: terraformEnvironment(process.env, {
        ...(await providerInstallation(process.env, folder)),
        ...keptProvider(),
        CDKTF_HOME: folder,
        DISABLE_VERSION_CHECK: "1",
        CI: "true",
        ...variables,
      }),
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const output: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  const [exitCode] = (await once(child, "close")) as [number | null];
  return { exitCode, output: output.join("") };
}
