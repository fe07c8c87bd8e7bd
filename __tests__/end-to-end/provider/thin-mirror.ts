import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

import { cacheFolder } from "../../../src/project/package-folder";
import { findProviderMirrorOf, platform, providerInstallation } from "../../../src/terraform/provider-mirror";

const folder = join(cacheFolder(), "thin-mirror");

/**
 * CLI configuration with which Terraform installs from the thin mirror. It exists only if the machine has a mirror of unpacked providers.
 */
export const thinMirror = join(folder, "terraform.rc");

/** File with the lock file's hash of each provider in the mirror, one on each line. */
export const thinHashes = join(folder, "hashes");

/**
 * Creates a mirror in which the AWS provider is a one-line shell script that runs the machine's provider. Terraform reads a provider of 700
 * MB completely, once or twice, whenever it installs it.
 */
export async function makeThinMirror(): Promise<void> {
  const mirror = await findProviderMirrorOf(process.env);
  const programs = mirror === undefined ? [] : programsIn(mirror);
  if (mirror === undefined || programs.length === 0) {
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  const hashes = programs.map((program) => {
    const thin = join(folder, relative(mirror, program));
    const text = `#!/bin/sh\nexec '${program}' "$@"\n`;
    mkdirSync(dirname(thin), { recursive: true });
    writeFileSync(thin, text, { mode: 0o755 });
    return hashOf(basename(thin), text);
  });
  writeFileSync(thinHashes, hashes.map((hash) => `${hash}\n`).join(""));
  await providerInstallation({}, folder, { roots: [folder] });
}

/**
 * Returns the hash of a package with one file.
 *
 * Source: golang.org/x/mod/sumdb/dirhash, Hash1
 */
function hashOf(name: string, text: string): string {
  const file = createHash("sha256").update(text).digest("hex");
  return `h1:${createHash("sha256").update(`${file}  ${name}\n`).digest("base64")}`;
}

function programsIn(mirror: string): string[] {
  const versions = join(mirror, "registry.terraform.io", "hashicorp", "aws");
  return readdirSync(versions)
    .map((version) => join(versions, version, platform()))
    .filter((each) => existsSync(each))
    .flatMap((each) => readdirSync(each).map((name) => join(each, name)))
    .filter((path) => path.includes("terraform-provider-aws"));
}
