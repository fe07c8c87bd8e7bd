import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { findProviderMirror, platform, providerInstallation } from "../../src/terraform/provider-mirror";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "provider-mirror-"));
  mkdirSync(join(root, "home"));
  mkdirSync(join(root, "rc"));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const at = (...path: string[]): string => join(root, ...path);

function mirror(folder: string, system = platform()): string {
  mkdirSync(join(folder, "registry.terraform.io", "hashicorp", "aws", "5.100.0", system), { recursive: true });
  return folder;
}

describe("finding a mirror of the AWS provider", () => {
  it.each([[[]], [["a"]], [["a", "b"]]])("looks %j below a root", async (below) => {
    const folder = mirror(at("opt", ...below));
    expect(await findProviderMirror([at("opt")])).toBe(folder);
  });

  it("looks no deeper than two folders", async () => {
    mirror(at("opt", "a", "b", "c"));
    expect(await findProviderMirror([at("opt")])).toBeUndefined();
  });

  it("passes by a mirror for another kind of machine", async () => {
    mirror(at("opt", "a"), "plan9_mips");
    const folder = mirror(at("opt", "b"));
    expect(await findProviderMirror([at("opt")])).toBe(folder);
  });

  it("takes the first root that has one, and bears roots that are missing", async () => {
    mirror(at("second", "a"));
    const folder = mirror(at("first", "z"));
    expect(await findProviderMirror([at("nowhere"), at("first"), at("second")])).toBe(folder);
  });
});

describe("the provider installation", () => {
  it("leaves a CLI configuration that exists alone, mirror or not", async () => {
    mirror(at("opt"));
    writeFileSync(at("mine.rc"), "");
    const environment = { HOME: at("home"), TF_CLI_CONFIG_FILE: at("mine.rc") };
    expect(await providerInstallation(environment, at("rc"), [at("opt")])).toEqual({
      TF_CLI_CONFIG_FILE: at("mine.rc"),
    });
  });

  it("leaves ~/.terraformrc alone", async () => {
    mirror(at("opt"));
    writeFileSync(at("home", ".terraformrc"), "");
    expect(await providerInstallation({ HOME: at("home") }, at("rc"), [at("opt")])).toEqual({});
  });

  it("drops a CLI configuration that is missing, and names the mirror in one of its own", async () => {
    const folder = mirror(at("opt", "plugins"));
    const environment = { HOME: at("home"), TF_CLI_CONFIG_FILE: at("missing.rc") };
    expect(await providerInstallation(environment, at("rc"), [at("opt")])).toEqual({
      TF_CLI_CONFIG_FILE: at("rc", "terraform.rc"),
    });
    expect(readFileSync(at("rc", "terraform.rc"), "utf8")).toContain(`path    = "${folder}"`);
  });

  it.each([
    ["~/.terraform.d/plugins", ["home", ".terraform.d", "plugins"]],
    ["$XDG_DATA_HOME/terraform/plugins", ["data", "terraform", "plugins"]],
    ["~/.local/share/terraform/plugins", ["home", ".local", "share", "terraform", "plugins"]],
  ])("prefers %s to the machine's folders", async (_, path) => {
    mirror(at("opt"));
    const folder = mirror(at(...path));
    await providerInstallation({ HOME: at("home"), XDG_DATA_HOME: at("data") }, at("rc"), [at("opt")]);
    expect(readFileSync(at("rc", "terraform.rc"), "utf8")).toContain(`path    = "${folder}"`);
  });

  it("leaves the registry where there is no mirror", async () => {
    expect(await providerInstallation({ HOME: at("home") }, at("rc"), [])).toEqual({});
  });
});
