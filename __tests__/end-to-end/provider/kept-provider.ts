import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { terraformBinary } from "../../../src/terraform/binary";
import { platform } from "../../../src/terraform/provider-mirror";
import { collected } from "./collected";
import { Gateway } from "./gateway";
import { thinHashes, thinMirror } from "./thin-mirror";

/**
 * Returns the program that replaces Terraform. All commands except those about providers use the kept provider, even those that start none,
 * because Terraform would read 700 MB to compare its own provider with the lock file. `init` respects a lock file with hashes of the real
 * providers.
 */
const standIn = (socket: string): string => `#!/bin/sh
case $1 in
  init)
    if [ -e '${thinMirror}' ] && { [ ! -e .terraform.lock.hcl ] || grep -qFf '${thinHashes}' .terraform.lock.hcl; }
    then export TF_CLI_CONFIG_FILE='${thinMirror}'; fi ;;
  get | providers | version | -*) ;;
  *)
    variable=$('${process.execPath}' '${join(__dirname, "ask.mjs")}' '${socket}') || exit 1
    [ -z "$variable" ] || export TF_REATTACH_PROVIDERS="$variable" ;;
esac
exec '${terraformBinary(process.env)}' "$@"
`;

/** Maximum number of gateways that are kept while no Terraform uses them. Each has at least two providers of some 100 MB. */
const most = 3;

interface Caller {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** The kept providers, and the program that connects Terraform to them. */
class KeptProviders {
  private readonly folder = mkdtempSync(join(tmpdir(), "kept-provider-"));
  /** Gateways by Terraform's folder and environment, the most recently used last. */
  private readonly gateways = new Map<string, Promise<Gateway>>();
  private opened = 0;
  private readonly server = createServer({ allowHalfOpen: true }, (asking) => {
    collected(asking)
      .then(async (question) => asking.end(await this.variable(JSON.parse(question.toString()) as Caller)))
      // The error is not JSON, so Terraform refuses the value and shows it.
      .catch((error: unknown) => asking.end(String(error)));
  });
  readonly terraform = join(this.folder, "terraform");

  constructor() {
    const socket = join(this.folder, "ask");
    this.server.listen(socket);
    writeFileSync(this.terraform, standIn(socket), { mode: 0o755 });
  }

  async stop(): Promise<void> {
    this.server.close();
    for (const gateway of this.gateways.values()) await (await gateway).close();
    rmSync(this.folder, { recursive: true });
  }

  /** Returns the value of `TF_REATTACH_PROVIDERS`; empty if `terraform init` has installed no provider. */
  private async variable({ folder, environment }: Caller): Promise<string> {
    const program = installedIn(folder);
    if (program === undefined) return "";
    // Variables of Terraform do not affect the provider. A folder that was deleted and created again counts as another one.
    const read = Object.entries(environment).filter(([name]) => !/^(TF_|_$|SHLVL$)/.test(name));
    const key = JSON.stringify([program, folder, statSync(folder).ino, read.sort()]);
    const gateway = this.gateways.get(key) ?? this.open(program, { folder, environment });
    this.gateways.delete(key);
    this.gateways.set(key, gateway);
    await this.closeOldest();
    const address = {
      Protocol: "grpc",
      ProtocolVersion: 5,
      Pid: process.pid,
      Test: true,
      Addr: { Network: "unix", String: (await gateway).socket },
    };
    return JSON.stringify({ "registry.terraform.io/hashicorp/aws": address });
  }

  private async open(program: string, { folder, environment }: Caller): Promise<Gateway> {
    return Gateway.open({ program, folder, environment, socket: join(this.folder, `provider-${this.opened++}`) });
  }

  private async closeOldest(): Promise<void> {
    for (const [key, each] of [...this.gateways].slice(0, -most)) {
      const gateway = await each;
      if (!gateway.idle) continue;
      this.gateways.delete(key);
      await gateway.close();
    }
  }
}

/** Returns the path of the provider that `terraform init` installed. */
function installedIn(folder: string): string | undefined {
  const versions = join(folder, ".terraform", "providers", "registry.terraform.io", "hashicorp", "aws");
  if (!existsSync(versions)) return undefined;
  return readdirSync(versions)
    .map((version) => join(versions, version, platform()))
    .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
    .find((path) => path.includes("terraform-provider-aws"));
}

let kept: KeptProviders | undefined;

/**
 * Returns the variable that makes Terraform, including one that the program starts, use providers that run until the test file ends.
 * Terraform would start the AWS provider up to four times in each command, which takes two seconds each time.
 *
 * Not for tests that kill the provider or compare it with a lock file, because Terraform does not check this one. Not for tests that wait
 * for a program with `execFileSync`, because the server runs in this process.
 */
export function keptProvider(): NodeJS.ProcessEnv {
  kept ??= new KeptProviders();
  return { TERRAFORM_BINARY_NAME: kept.terraform };
}

afterAll(async () => {
  await kept?.stop();
  kept = undefined;
});
