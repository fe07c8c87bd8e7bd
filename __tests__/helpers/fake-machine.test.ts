import { FakeMachine } from "./fake-machine";

/** The tests of components may run as root, so it must be certain that they cannot reach the real machine. */
describe("a fake machine", () => {
  let machine: FakeMachine;
  beforeEach(() => {
    machine = new FakeMachine();
  });
  afterEach(() => {
    machine.dispose();
  });

  it("moves every absolute path of a script below its own root", () => {
    expect(machine.run('echo x >/etc/one; p=/var/log/two; echo y >"$p"; echo "/etc/one:/tmp"').stdout).toBe(
      "/etc/one:/tmp\n",
    );
    expect(machine.read("etc/one")).toBe("x\n");
    expect(machine.read("var/log/two")).toBe("y\n");
  });

  it("refuses a script with a path that it cannot move", () => {
    expect(() => machine.run("cat @/etc/passwd")).toThrow('the script would reach "/etc/passwd" on the real machine');
  });

  it("has no command but its stubs and a few harmless tools", () => {
    expect(machine.run("systemctl stop sshd")).toMatchObject({ exitCode: 127 });
    expect(machine.run("command -v apt-get dnf dpkg rpm reboot ip cat")).toMatchObject({
      stdout: expect.stringMatching(/^[^\n]*\/cat\n$/) as string,
    });
  });

  it("records the calls of stubs with their arguments", () => {
    machine.stub("dnf", "exit 100");
    expect(machine.run("dnf check-update --quiet; dnf")).toMatchObject({
      exitCode: 100,
      calls: ["dnf check-update --quiet", "dnf"],
    });
  });
});
