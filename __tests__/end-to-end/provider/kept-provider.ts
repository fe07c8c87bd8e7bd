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
 * What runs in the place of Terraform. Every command but those that are about providers themselves gets the one that stays, also where none is
 * started: it would read 700 MB to hold its own against the lock file. `init` keeps to a lock file that is about the real ones.
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

/** So many gateways stay, of those that no Terraform uses just then: each has two providers or more, of some 100 MB. */
const most = 3;

interface Caller {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Providers that stay, and the program that leads Terraform to them. */
class KeptProviders {
  private readonly folder = mkdtempSync(join(tmpdir(), "kept-provider-"));
  /** By folder and environment of Terraform; the last used is the last. */
  private readonly gateways = new Map<string, Promise<Gateway>>();
  private opened = 0;
  private readonly server = createServer({ allowHalfOpen: true }, (asking) => {
    collected(asking)
      .then(async (question) => asking.end(await this.variable(JSON.parse(question.toString()) as Caller)))
      // No JSON, so Terraform refuses it and shows it.
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

  /** The value of `TF_REATTACH_PROVIDERS`; empty where `terraform init` has installed no provider. */
  private async variable({ folder, environment }: Caller): Promise<string> {
    const program = installedIn(folder);
    if (program === undefined) return "";
    // Terraform's own variables are nothing to the provider. A folder that was deleted and made again is another one.
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

/** The provider that `terraform init` has put there. */
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
 * The variable that makes Terraform, also one that the program starts, use providers that stay until the test file ends. Terraform would start
 * the AWS provider up to four times a command, two seconds of work each.
 *
 * Not for a test that kills the provider, or holds it against a lock file: Terraform takes this one as it is.
 * Nor for one that waits for a program by `execFileSync`: what leads to the provider runs in this process.
 */
export function keptProvider(): NodeJS.ProcessEnv {
  kept ??= new KeptProviders();
  return { TERRAFORM_BINARY_NAME: kept.terraform };
}

afterAll(async () => {
  await kept?.stop();
  kept = undefined;
});
