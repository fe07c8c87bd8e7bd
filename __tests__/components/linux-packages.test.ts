import { FakeMachine } from "../helpers/fake-machine";
import { quote } from "../helpers/quote";
import { runStep } from "../helpers/run-step";

const onLinux = process.platform === "linux" ? describe : describe.skip; // The scripts use GNU's tools.

let machine: FakeMachine;
afterEach(() => {
  machine.dispose();
});

function amazonLinux(): FakeMachine {
  return new FakeMachine({ "etc/os-release": 'NAME="Amazon Linux"\nID="amzn"\nVERSION_ID="2023"\n' });
}

function redHat(): FakeMachine {
  return new FakeMachine({ "etc/os-release": 'NAME="Red Hat Enterprise Linux"\nID="rhel"\nVERSION_ID="9.6"\n' });
}

function debian(): FakeMachine {
  return new FakeMachine({ "etc/os-release": "ID=debian\n" });
}

onLinux("linux/update-os", () => {
  const update = "linux/update-os build UpdatePackages";
  const check = "linux/update-os validate CheckPackages";

  it("moves Amazon Linux to its latest release, each time it runs", () => {
    machine = amazonLinux().stub("dnf");
    for (const run of [runStep(machine, update), runStep(machine, update)]) {
      expect(run).toMatchObject({ exitCode: 0, calls: ["dnf upgrade --assumeyes --refresh --releasever=latest"] });
    }
  });

  it("holds Amazon Linux at the release it is given", () => {
    machine = amazonLinux().stub("dnf").stub("rpm", "printf 2023.9.20251117");
    const release = { ReleaseVersion: "2023.9.20251117" };
    expect(runStep(machine, update, release).calls).toEqual([
      "dnf upgrade --assumeyes --refresh --releasever=2023.9.20251117",
    ]);
    expect(runStep(machine, check, release)).toMatchObject({ exitCode: 0 });
  });

  it("fails the validation when Amazon Linux is at another release than the given one", () => {
    machine = amazonLinux().stub("rpm", "printf 2023.8.20250707");
    expect(runStep(machine, check, { ReleaseVersion: "2023.9.20251117" })).toMatchObject({
      exitCode: 1,
      stderr: 'the system is at release "2023.8.20250707", not at "2023.9.20251117"\n',
    });
  });

  it("leaves RHEL on its configured release, which has none named latest", () => {
    machine = redHat().stub("dnf");
    expect(runStep(machine, update).calls).toEqual(["dnf upgrade --assumeyes --refresh"]);
    expect(runStep(machine, update, { ReleaseVersion: "9.4" }).calls).toEqual([
      "dnf upgrade --assumeyes --refresh --releasever=9.4",
    ]);
  });

  it("upgrades Debian and keeps configuration files that were changed", () => {
    machine = debian().stub("apt-get");
    const { exitCode, calls } = runStep(machine, update);
    expect(exitCode).toBe(0);
    expect(calls.map((call) => call.split(" ").at(-1))).toEqual(["update", "dist-upgrade", "--purge"]);
    expect(calls[1]).toContain("-o Dpkg::Options::=--force-confold");
    // Builder and test instance have different machine ids, by which Ubuntu phases updates.
    expect(calls[1]).toContain("-o APT::Get::Always-Include-Phased-Updates=true");
  });

  it("takes it for success that SUSE advises a reboot, and for failure what else zypper reports", () => {
    machine = debian().stub("zypper", '[[ $2 == update ]] && exit "${ZYPPER_STATUS:-102}"; exit 0');
    expect(runStep(machine, update)).toMatchObject({ exitCode: 0 });
    machine.stub("zypper", "[[ $2 == update ]] && exit 104; exit 0");
    expect(runStep(machine, update)).toMatchObject({ exitCode: 104 });
  });

  it("fails when the package manager fails, and where there is none it knows", () => {
    machine = amazonLinux().stub("dnf", "exit 1");
    expect(runStep(machine, update)).toMatchObject({ exitCode: 1 });
    machine.dispose();
    machine = debian();
    expect(runStep(machine, update)).toMatchObject({
      exitCode: 1,
      stderr: "no supported package manager found (dnf, apt-get, zypper)\n",
    });
  });
});

onLinux("linux/security-updates", () => {
  const install = "linux/security-updates build InstallSecurityUpdates";

  it("asks dnf for security advisories alone", () => {
    machine = amazonLinux().stub("dnf");
    expect(runStep(machine, install).calls).toEqual([
      "dnf upgrade --assumeyes --refresh --security --releasever=latest",
    ]);
  });

  it("upgrades on Debian and Ubuntu only what comes from a security archive", () => {
    const simulated = [
      "Inst openssl [3.0.2-0ubuntu1.15] (3.0.2-0ubuntu1.18 Ubuntu:22.04/jammy-updates, Ubuntu:22.04/jammy-security [amd64])",
      "Inst libspring-security-java [1] (2 Ubuntu:22.04/jammy-updates [all])",
      "Inst zlib1g [1] (2 Debian-Security:12/stable-security [amd64])",
      "Conf openssl (3.0.2-0ubuntu1.18 Ubuntu:22.04/jammy-security [amd64])",
    ];
    machine = debian().stub("apt-get", `[[ $1 == --simulate ]] && printf '%s\\n' ${quote(simulated)}; exit 0`);
    const { exitCode, calls } = runStep(machine, install);
    expect(exitCode).toBe(0);
    expect(calls.at(-1)).toMatch(/ install --only-upgrade openssl zlib1g$/);
  });

  it("installs nothing on Debian when no security update is pending", () => {
    machine = debian().stub("apt-get");
    expect(runStep(machine, install)).toMatchObject({ exitCode: 0, stdout: "no security update is pending\n" });
  });

  it("calls zypper again after zypper has updated itself", () => {
    machine = debian().stub(
      "zypper",
      '[[ $2 == patch && ! -e $ROOT/again ]] && { : >"$ROOT/again"; exit 103; }; exit 0',
    );
    const { exitCode, calls } = runStep(machine, install);
    expect(exitCode).toBe(0);
    expect(calls.filter((call) => call.includes(" patch "))).toHaveLength(2);
  });

  it("gives up when zypper wants to be called again for ever", () => {
    machine = debian().stub("zypper", "[[ $2 == patch ]] && exit 103; exit 0");
    expect(runStep(machine, install)).toMatchObject({ exitCode: 103 });
  });
});

onLinux("linux/install-packages", () => {
  const install = "linux/install-packages build InstallPackages";
  const check = "linux/install-packages validate CheckPackages";
  const jqAndGit = { Packages: "jq  git" };

  it("installs all packages with one call, each time it runs", () => {
    machine = amazonLinux().stub("dnf");
    for (const run of [runStep(machine, install, jqAndGit), runStep(machine, install, jqAndGit)]) {
      expect(run).toMatchObject({ exitCode: 0, calls: ["dnf install --assumeyes jq git"] });
    }
  });

  it("installs with apt-get and with zypper where those are the package managers", () => {
    machine = debian().stub("apt-get");
    expect(runStep(machine, install, jqAndGit).calls.at(-1)).toMatch(/^apt-get -y .* install .*jq git$/);
    machine.dispose();
    machine = debian().stub("zypper");
    expect(runStep(machine, install, jqAndGit).calls.at(-1)).toMatch(/^zypper --non-interactive install .*jq git$/);
  });

  it.each([
    ["--enablerepo=evil jq", '"--enablerepo=evil" in parameter Packages is not the name of a package\n'],
    ["jq; reboot", '"jq;" in parameter Packages is not the name of a package\n'],
    ["  ", "parameter Packages names no package\n"],
  ])("refuses %j before it calls the package manager", (packages, stderr) => {
    machine = amazonLinux().stub("dnf");
    expect(runStep(machine, install, { Packages: packages })).toMatchObject({ exitCode: 1, stderr, calls: [] });
  });

  it("finds packages by name or by what they provide", () => {
    machine = amazonLinux().stub("rpm", '[[ "$*" == *" jq" || "$*" == *--whatprovides*" git" ]]');
    expect(runStep(machine, check, jqAndGit)).toMatchObject({ exitCode: 0 });
  });

  it("fails the validation and names the packages that are not installed", () => {
    machine = amazonLinux().stub("rpm", '[[ "$*" == *" jq" ]]');
    expect(runStep(machine, check, { Packages: "jq git vim" })).toMatchObject({
      exitCode: 1,
      stderr: "not installed: git vim\n",
    });
  });

  it("takes a package that was removed but not purged from Debian for missing", () => {
    const stub = 'case "${!#}" in jq) printf installed ;; git) printf config-files ;; *) exit 1 ;; esac';
    machine = debian().stub("dpkg-query", stub);
    expect(runStep(machine, check, { Packages: "jq=1.7.1-3" })).toMatchObject({ exitCode: 0 });
    expect(runStep(machine, check, { Packages: "jq git vim" })).toMatchObject({
      exitCode: 1,
      stderr: "not installed: git vim\n",
    });
  });
});

onLinux("linux/test-no-updates-pending", () => {
  const test = "linux/test-no-updates-pending test NoUpdateIsPending";

  it("passes when dnf finds nothing to update", () => {
    machine = amazonLinux().stub("dnf", "echo a remark of dnf");
    expect(runStep(machine, test)).toMatchObject({ exitCode: 0, calls: ["dnf check-update --quiet --refresh"] });
  });

  it("fails and lists the updates when dnf exits with 100", () => {
    machine = amazonLinux().stub("dnf", "echo openssl.x86_64 1:3.2.2-1 amazonlinux; exit 100");
    expect(runStep(machine, test, { Scope: "security" })).toMatchObject({
      exitCode: 1,
      stderr: "updates are pending:\nopenssl.x86_64 1:3.2.2-1 amazonlinux\n",
      calls: ["dnf check-update --quiet --refresh --security"],
    });
  });

  it("does not take a failure of dnf for an image without updates", () => {
    machine = amazonLinux().stub("dnf", "exit 1");
    expect(runStep(machine, test)).toMatchObject({ exitCode: 1, stderr: "dnf check-update failed with exit code 1\n" });
  });

  it("tells security updates from others on Debian and Ubuntu", () => {
    const simulated = ["Inst vim [1] (2 Debian:12/stable [amd64])"];
    machine = debian().stub("apt-get", `[[ $1 == --simulate ]] && printf '%s\\n' ${quote(simulated)}; exit 0`);
    const { exitCode, calls } = runStep(machine, test, { Scope: "all" });
    expect(exitCode).toBe(1);
    expect(calls.at(-1)).toContain("-o APT::Get::Always-Include-Phased-Updates=true");
    expect(runStep(machine, test, { Scope: "security" })).toMatchObject({ exitCode: 0 });
  });

  it("reads zypper's table", () => {
    machine = debian().stub("zypper", '[[ "$*" == *list-updates* ]] && echo "v | repo | vim | 1 | 2 | x86_64"; exit 0');
    expect(runStep(machine, test, { Scope: "all" })).toMatchObject({ exitCode: 1 });
    expect(runStep(machine, test, { Scope: "security" })).toMatchObject({ exitCode: 0 });
  });

  it("refuses a scope it does not know", () => {
    machine = amazonLinux().stub("dnf");
    expect(runStep(machine, test, { Scope: "most" })).toMatchObject({
      exitCode: 1,
      stderr: 'parameter Scope is "most"; allowed are all and security\n',
    });
  });
});

onLinux("linux/update-kernel", () => {
  const update = "linux/update-kernel build UpdateKernel";
  const boot = "linux/update-kernel build BootNewestKernel";
  const check = "linux/update-kernel validate CheckRunningKernel";

  function withKernels(...releases: readonly string[]): FakeMachine {
    return new FakeMachine(Object.fromEntries(releases.map((release) => [`boot/vmlinuz-${release}`, ""])));
  }

  it("stays on the kernel line that is installed, unless told which to move to", () => {
    machine = amazonLinux().stub("dnf");
    expect(runStep(machine, update).calls).toEqual(["dnf upgrade --assumeyes --refresh kernel*"]);
    expect(runStep(machine, update, { KernelPackage: "kernel6.12" }).calls).toEqual([
      "dnf install --assumeyes --refresh kernel6.12",
    ]);
  });

  it("upgrades on Debian and Ubuntu the installed packages that pull in a kernel", () => {
    const listed = ["installed linux-image-aws", "not-installed linux-image-kvm", "installed linux-libc-dev"];
    machine = debian()
      .stub("apt-get")
      .stub("dpkg-query", `printf '%s\\n' ${quote(listed)}`);
    expect(runStep(machine, update).calls.at(-1)).toMatch(/ install --only-upgrade linux-image-aws$/);
  });

  it.each([
    ["6.1.112-122.189.amzn2023.x86_64", "6.1.99-99.168.amzn2023.x86_64"],
    ["6.12.46-66.121.amzn2023.x86_64", "6.1.155-176.282.amzn2023.x86_64"],
    ["5.14.0-570.12.1.el9_6.x86_64", "5.14.0-570.el9.x86_64"],
    ["6.8.0-1031-aws", "6.8.0-999-aws"],
  ])("boots %s rather than %s", (newest, older) => {
    machine = withKernels(newest, older, `0-rescue-${"f".repeat(32)}`)
      .stub("grubby")
      .stub("uname", `echo ${newest}`);
    expect(runStep(machine, boot)).toMatchObject({
      exitCode: 0,
      calls: [`grubby --set-default /boot/vmlinuz-${newest}`],
    });
    expect(runStep(machine, check)).toMatchObject({ exitCode: 0 });
    machine.stub("uname", `echo ${older}`);
    expect(runStep(machine, check)).toMatchObject({
      exitCode: 1,
      stderr: `kernel "${older}" runs, but "${newest}" is the newest installed\n`,
    });
  });

  it("leaves the boot loader alone where there is no grubby", () => {
    machine = withKernels("6.8.0-1031-aws");
    expect(runStep(machine, boot)).toMatchObject({ exitCode: 0, calls: [] });
  });

  it("knows the kernels of SUSE on Graviton, which are named Image", () => {
    machine = new FakeMachine({ "boot/Image-6.4.0-150600.23.50-default": "" });
    machine.stub("uname", "echo 6.4.0-150600.23.50-default");
    expect(runStep(machine, check)).toMatchObject({ exitCode: 0 });
  });

  it("fails the validation when it finds no kernel at all", () => {
    machine = new FakeMachine({ "boot/config": "" });
    machine.stub("uname", "echo 6.8.0");
    expect(runStep(machine, check)).toMatchObject({ exitCode: 1, stderr: "no kernel found in the boot folder\n" });
  });
});
