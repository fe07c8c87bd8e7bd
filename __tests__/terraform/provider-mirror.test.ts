import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { findProviderMirrorOf, platform, providerInstallation } from "../../src/terraform/provider-mirror";

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

const provider = join("registry.terraform.io", "hashicorp", "aws");

function mirror(folder: string, system = platform(), version = "5.100.0"): string {
  mkdirSync(join(folder, provider, version, system), { recursive: true });
  return folder;
}

function packedMirror(folder: string, system = platform()): string {
  mkdirSync(join(folder, provider), { recursive: true });
  writeFileSync(join(folder, provider, `terraform-provider-aws_5.100.0_${system}.zip`), "");
  return folder;
}

describe("finding a mirror of the AWS provider", () => {
  it.each([[[]], [["a"]], [["a", "b"]]])("looks %j below a root", async (below) => {
    const folder = mirror(at("opt", ...below));
    expect(await findProviderMirrorOf({}, { roots: [at("opt")] })).toBe(folder);
  });

  it("looks no deeper than two folders", async () => {
    mirror(at("opt", "a", "b", "c"));
    expect(await findProviderMirrorOf({}, { roots: [at("opt")] })).toBeUndefined();
  });

  it("passes by a mirror for another kind of machine", async () => {
    mirror(at("opt", "a"), "plan9_mips");
    const folder = mirror(at("opt", "b"));
    expect(await findProviderMirrorOf({}, { roots: [at("opt")] })).toBe(folder);
  });

  it("takes packed providers as well, for this kind of machine", async () => {
    packedMirror(at("opt", "a"), "plan9_mips");
    const folder = packedMirror(at("opt", "b"));
    expect(await findProviderMirrorOf({}, { roots: [at("opt")] })).toBe(folder);
  });

  it.each(["4.67.0", "5.99.1", "6.0.0"])(
    "passes by a mirror with %s alone, which generated code refuses",
    async (version) => {
      mirror(at("opt", "a"), platform(), version);
      const folder = mirror(at("opt", "b"), platform(), "5.101.0");
      expect(await findProviderMirrorOf({}, { roots: [at("opt")] })).toBe(folder);
    },
  );

  it.each([
    ["~> 6.0", "6.2.1", "5.100.0"],
    [">= 5.100, < 5.101", "5.100.0", "5.101.0"],
    ["~> 5.0", "5.90.0", "6.0.0"],
    ["6.2.1", "6.2.1", "6.3.0"],
  ])("takes a mirror that fits %s", async (constraint, fitting, other) => {
    mirror(at("opt", "a"), platform(), other);
    const folder = mirror(at("opt", "b"), platform(), fitting);
    expect(await findProviderMirrorOf({}, { roots: [at("opt")], constraint })).toBe(folder);
  });

  it("takes the first root that has one, and bears roots that are missing", async () => {
    mirror(at("second", "a"));
    const folder = mirror(at("first", "z"));
    expect(await findProviderMirrorOf({}, { roots: [at("nowhere"), at("first"), at("second")] })).toBe(folder);
  });
});

describe("the provider installation", () => {
  it("leaves a CLI configuration that exists alone, mirror or not", async () => {
    mirror(at("opt"));
    writeFileSync(at("mine.rc"), "");
    const environment = { HOME: at("home"), TF_CLI_CONFIG_FILE: at("mine.rc") };
    expect(await providerInstallation(environment, at("rc"), { roots: [at("opt")] })).toEqual({
      TF_CLI_CONFIG_FILE: at("mine.rc"),
    });
  });

  it.each([
    ["~/.terraformrc", { HOME: "home" }, ["home", ".terraformrc"]],
    ["~/.terraform.d/mirror.tfrc", { HOME: "home" }, ["home", ".terraform.d", "mirror.tfrc"]],
    ["~/.terraform.d/mirror.tfrc.json", { HOME: "home" }, ["home", ".terraform.d", "mirror.tfrc.json"]],
    ["%APPDATA%\\terraform.rc", { APPDATA: "data" }, ["data", "terraform.rc"]],
  ])("leaves %s alone", async (_, variables, file) => {
    mirror(at("opt"));
    mkdirSync(dirname(at(...file)), { recursive: true });
    writeFileSync(at(...file), "");
    const environment = Object.fromEntries(Object.entries(variables).map(([name, folder]) => [name, at(folder)]));
    expect(await providerInstallation(environment, at("rc"), { roots: [at("opt")] })).toEqual({});
  });

  it("does not take the credentials of `terraform login` for a configuration", async () => {
    mirror(at("opt"));
    mkdirSync(at("home", ".terraform.d"));
    writeFileSync(at("home", ".terraform.d", "credentials.tfrc.json"), "{}");
    expect(await providerInstallation({ HOME: at("home") }, at("rc"), { roots: [at("opt")] })).toHaveProperty(
      "TF_CLI_CONFIG_FILE",
    );
  });

  it("drops a CLI configuration that is missing, and names the mirror in one of its own", async () => {
    const folder = mirror(at("opt", "plugins"));
    const environment = { HOME: at("home"), TF_CLI_CONFIG_FILE: at("missing.rc") };
    expect(await providerInstallation(environment, at("rc"), { roots: [at("opt")] })).toEqual({
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
    await providerInstallation({ HOME: at("home"), XDG_DATA_HOME: at("data") }, at("rc"), { roots: [at("opt")] });
    expect(readFileSync(at("rc", "terraform.rc"), "utf8")).toContain(`path    = "${folder}"`);
  });

  it("leaves the registry where no mirror has the wanted version", async () => {
    const search = { roots: [mirror(at("opt"))], constraint: "~> 6.0" };
    expect(await providerInstallation({ HOME: at("home") }, at("rc"), search)).toEqual({});
  });

  it("leaves the registry where there is no mirror", async () => {
    expect(await providerInstallation({ HOME: at("home") }, at("rc"), { roots: [] })).toEqual({});
  });
});
