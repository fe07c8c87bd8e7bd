import { FakeMachine, type ScriptRun } from "../helpers/fake-machine";
import { runStep } from "../helpers/run-step";

const onLinux = process.platform === "linux" ? describe : describe.skip; // The scripts use GNU's tools.

const steps = ["RemovePackageCaches", "RemoveTemporaryFiles", "RemoveLogs", "RemoveIdentity"];
const check = "linux/clean-up validate CheckNothingIsLeft";

let machine: FakeMachine;
afterEach(() => {
  machine.dispose();
});

function cleanUp(): ScriptRun[] {
  return steps.map((step) => runStep(machine, `linux/clean-up build ${step}`));
}

onLinux("linux/clean-up", () => {
  const goes = [
    "var/cache/dnf/metadata",
    "tmp/leftover/deep/file",
    "tmp/.hidden",
    "var/tmp/leftover",
    "var/log/messages-20240101",
    "var/log/app/app.log.1",
    "var/log/syslog.2.gz",
    "etc/ssh/ssh_host_ed25519_key",
    "etc/ssh/ssh_host_ed25519_key.pub",
    "root/.ssh/authorized_keys",
    "home/ec2-user/.ssh/authorized_keys",
    "root/.bash_history",
    "home/ec2-user/.python_history",
    "var/lib/systemd/random-seed",
    "var/lib/dbus/machine-id",
  ];
  const stays = [
    "tmp/imagebuilder_service/awstoe",
    "tmp/TOE_2026-01-01/document.yaml",
    "tmp/perform_cleanup",
    "tmp/skip_cleanup_ssh_files",
    "tmp/systemd-private-1-chronyd/tmp/x",
    "var/lib/amazon/toe/TOE_2026-01-01/console.log",
    "var/lib/amazon/ssm/registration",
    "var/log/amazon/ssm/amazon-ssm-agent.log",
    "etc/ssh/sshd_config",
    "home/ec2-user/.ssh/config",
    "home/ec2-user/.bashrc",
  ];

  beforeEach(() => {
    machine = new FakeMachine(Object.fromEntries([...goes, ...stays].map((path) => [path, "content\n"])));
    machine.write("etc/machine-id", "ec2d2c1d\n");
    machine.write("var/log/messages", "a message\n");
    for (const command of ["dnf", "journalctl", "cloud-init"]) machine.stub(command);
  });

  it("removes what machines must not share and leaves what Image Builder still needs, each time it runs", () => {
    for (const runs of [cleanUp(), cleanUp()]) {
      expect(runs.map(({ exitCode, stderr }) => ({ exitCode, stderr }))).toEqual(
        steps.map(() => ({ exitCode: 0, stderr: "" })),
      );
      expect(goes.filter((path) => machine.has(path))).toEqual([]);
      expect(stays.filter((path) => !machine.has(path))).toEqual([]);
      expect(machine.read("var/log/amazon/ssm/amazon-ssm-agent.log")).toBe("content\n");
    }
    expect(runStep(machine, check)).toMatchObject({ exitCode: 0 });
  });

  it("empties the machine id and the current logs, which have to exist", () => {
    cleanUp();
    expect(machine.read("etc/machine-id")).toBe("");
    expect(machine.read("var/log/messages")).toBe("");
  });

  it("makes cloud-init take the next boot for the first, after the caches are gone", () => {
    expect(cleanUp().flatMap(({ calls }) => calls)).toEqual([
      "dnf clean all",
      "journalctl --rotate",
      "journalctl --vacuum-time=1s",
      "cloud-init clean --logs",
    ]);
  });

  it("keeps a temporary folder that a process works in: it may be the recipe's working directory", () => {
    machine.write("tmp/build/document.yaml", "");
    machine.write("var/tmp/open-file", "");
    machine.link("proc/17/cwd", "tmp/build");
    machine.link("proc/18/fd/3", "var/tmp/open-file");
    expect(cleanUp().map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    expect(machine.has("tmp/build/document.yaml")).toBe(true);
    expect(machine.has("var/tmp/open-file")).toBe(true);
    expect(machine.has("tmp/leftover")).toBe(false);
  });

  it("fails the validation and names what is left", () => {
    cleanUp();
    machine.write("home/ubuntu/.ssh/authorized_keys", "ssh-ed25519 AAAA");
    machine.write("etc/machine-id", "ec2d2c1d\n");
    expect(runStep(machine, check)).toMatchObject({
      exitCode: 1,
      stderr: "still there: /home/ubuntu/.ssh/authorized_keys /etc/machine-id\n",
    });
  });
});
