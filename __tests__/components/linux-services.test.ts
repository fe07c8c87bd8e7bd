import { createServer, type Server } from "node:net";

import { readComponent, resolveReferences, stepOf } from "../helpers/component-document";
import { FakeMachine } from "../helpers/fake-machine";
import { quote } from "../helpers/quote";
import { runStep } from "../helpers/run-step";

const onLinux = process.platform === "linux" ? describe : describe.skip; // The scripts use GNU's tools.

let machine: FakeMachine;
afterEach(() => {
  machine.dispose();
});

/** The content that a CreateFile step writes. */
function fileContent(component: string, step: string, values: Readonly<Record<string, string>> = {}): string {
  const document = readComponent(component);
  const [input] = stepOf(document, "build", step).inputs as readonly { readonly content: string }[];
  return resolveReferences(document, input?.content ?? "", values);
}

onLinux("linux/harden-ssh", () => {
  const write = "linux/harden-ssh build WriteConfiguration";
  const check = "linux/harden-ssh validate CheckEffectiveSettings";
  const main = "etc/ssh/sshd_config";
  const dropIn = "etc/ssh/sshd_config.d/00-hardening.conf";
  const hardened = [
    "permitrootlogin no",
    "passwordauthentication no",
    "kbdinteractiveauthentication no",
    "permitemptypasswords no",
    "hostbasedauthentication no",
    "x11forwarding no",
    "allowagentforwarding no",
    "allowtcpforwarding no",
    "maxauthtries 4",
  ];

  it("writes one drop-in, and the same again the second time", () => {
    machine = new FakeMachine({ [main]: "Include /etc/ssh/sshd_config.d/*.conf\nUsePAM yes\n" }).stub("sshd");
    expect(runStep(machine, write)).toMatchObject({ exitCode: 0, calls: ["sshd -t", "sshd -t"] });
    const first = machine.read(dropIn);
    expect(first).toMatch(/^PermitRootLogin no$/m);
    expect(first).toMatch(/^PasswordAuthentication no$/m);
    expect(runStep(machine, write)).toMatchObject({ exitCode: 0 });
    expect(machine.read(dropIn)).toBe(first);
    expect(machine.read(main)).toBe("Include /etc/ssh/sshd_config.d/*.conf\nUsePAM yes\n");
  });

  it("makes sshd read the drop-in first where it reads none yet, and does so once", () => {
    machine = new FakeMachine({ [main]: "PasswordAuthentication yes\n" }).stub("sshd");
    runStep(machine, write);
    runStep(machine, write);
    expect(machine.read(main).split("\n")).toEqual([
      expect.stringMatching(/^Include .*\/etc\/ssh\/sshd_config\.d\/\*\.conf$/),
      "PasswordAuthentication yes",
      "",
    ]);
  });

  it("takes back a configuration that sshd refuses", () => {
    machine = new FakeMachine({ [main]: "UsePAM yes\n" }).stub("sshd", `[[ ! -e $ROOT/${dropIn} ]]`);
    expect(runStep(machine, write)).toMatchObject({
      exitCode: 1,
      stderr: "sshd refuses the hardened configuration; it is taken back\n",
    });
    expect(machine.has(dropIn)).toBe(false);
    expect(machine.read(main)).toBe("UsePAM yes\n");
  });

  it("restores an earlier drop-in of the same name when it takes back its own", () => {
    machine = new FakeMachine({ [main]: "UsePAM yes\n", [dropIn]: "MaxAuthTries 3\n" });
    machine.stub("sshd", `grep -q "MaxAuthTries 3" "$ROOT/${dropIn}"`);
    expect(runStep(machine, write)).toMatchObject({ exitCode: 1 });
    expect(machine.read(dropIn)).toBe("MaxAuthTries 3\n");
  });

  it("touches nothing when the configuration it finds is broken already", () => {
    machine = new FakeMachine({ [main]: "Nonsense\n" }).stub("sshd", "exit 255");
    expect(runStep(machine, write)).toMatchObject({ exitCode: 1, calls: ["sshd -t"] });
    expect(machine.has(dropIn)).toBe(false);
  });

  it("leaves the choice of ciphers to a system-wide crypto policy", () => {
    machine = new FakeMachine({ [main]: "" }).stub("sshd");
    runStep(machine, write);
    expect(machine.read(dropIn)).toContain("Ciphers -*-cbc\n");
    machine.write("etc/crypto-policies/back-ends/opensshserver.config", "Ciphers aes256-gcm@openssh.com\n");
    runStep(machine, write);
    expect(machine.read(dropIn)).not.toContain("Ciphers");
  });

  it("refuses a value that is not sshd's before it writes", () => {
    machine = new FakeMachine({ [main]: "" }).stub("sshd");
    expect(runStep(machine, write, { AllowTcpForwarding: "maybe" })).toMatchObject({
      exitCode: 1,
      stderr: 'parameter AllowTcpForwarding is "maybe"; allowed are yes, no, local and remote\n',
      calls: [],
    });
  });

  it("validates with a key of its own, because the clean-up may have removed the host keys", () => {
    machine = new FakeMachine().stub("ssh-keygen").stub("sshd", `printf '%s\\n' ${quote(hardened)}`);
    const { exitCode, calls } = runStep(machine, check);
    expect(exitCode).toBe(0);
    expect(calls[1]).toMatch(/^sshd -T -h \/tmp\/[^ ]+\/key /);
  });

  it("fails the validation and names each setting that another file has undone", () => {
    const undone = ["permitrootlogin without-password", ...hardened.slice(1, -1)];
    machine = new FakeMachine().stub("ssh-keygen").stub("sshd", `printf '%s\\n' ${quote(undone)}`);
    expect(runStep(machine, check)).toMatchObject({
      exitCode: 1,
      stderr:
        'expected "permitrootlogin no", sshd has "permitrootlogin without-password"\n' +
        'expected "maxauthtries 4", sshd has ""\n',
    });
  });

  it("is tested again on a machine that has booted from the image", () => {
    const test = "linux/test-ssh-hardening test PasswordsAndRootAreRefused";
    machine = new FakeMachine().stub("sshd", `printf '%s\\n' ${quote(hardened)}`);
    expect(runStep(machine, test)).toMatchObject({ exitCode: 0 });
    machine.stub("sshd", `printf '%s\\n' ${quote(["passwordauthentication yes", hardened[0] ?? ""])}`);
    const { exitCode, stderr } = runStep(machine, test);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('expected "passwordauthentication no", sshd has "passwordauthentication yes"\n');
  });
});

onLinux("linux/cloudwatch-agent", () => {
  const install = "linux/cloudwatch-agent build InstallAgent";
  const key = "937616F3450B7D806CBD9725D58167303B789C72";
  const region = { "aws:imds:placement/region": "eu-west-1", "aws:imds:services/domain": "amazonaws.com" };

  function redHat(signer: string): FakeMachine {
    return new FakeMachine({ "etc/os-release": "ID=rhel\n" })
      .stub("dnf")
      .stub("rpm")
      .stub("uname", "echo aarch64")
      .stub("curl", 'while [[ $1 != --output ]]; do shift; done; : >"$2"')
      .stub("gpg", `[[ "$*" != *--verify* ]] || echo "[GNUPG:] VALIDSIG ${signer} 2024-11-01 0 4 0 1 10 00 ${signer}"`);
  }

  it("takes Amazon Linux's own package, and rsyslog for the log file that the agent reads", () => {
    machine = new FakeMachine({ "etc/os-release": 'ID="amzn"\n' }).stub("dnf");
    expect(runStep(machine, install, region)).toMatchObject({
      exitCode: 0,
      calls: ["dnf install --assumeyes amazon-cloudwatch-agent rsyslog"],
    });
  });

  it("installs elsewhere what AWS's key has signed, from the bucket of its region", () => {
    machine = redHat(key);
    const { exitCode, calls } = runStep(machine, install, region);
    expect(exitCode).toBe(0);
    const bucket = "https://amazoncloudwatch-agent-eu-west-1.s3.eu-west-1.amazonaws.com";
    expect(calls.filter((call) => call.startsWith("curl")).map((call) => call.split(" ").at(-1))).toEqual([
      `${bucket}/redhat/arm64/latest/amazon-cloudwatch-agent.rpm`,
      `${bucket}/redhat/arm64/latest/amazon-cloudwatch-agent.rpm.sig`,
      `${bucket}/assets/amazon-cloudwatch-agent.gpg`,
    ]);
    expect(calls.at(-1)).toMatch(/^rpm --upgrade --replacepkgs .*\/amazon-cloudwatch-agent\.rpm$/);
  });

  it("does not install what another key has signed", () => {
    machine = redHat("0".repeat(40));
    const { exitCode, stderr, calls } = runStep(machine, install, region);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: `the package is not signed by AWS's key ${key}\n`,
    });
    expect(calls.filter((call) => call.startsWith("rpm"))).toEqual([]);
  });

  it("fetches the key from the global bucket where the region has no copy", () => {
    machine = redHat(key);
    machine.stub(
      "curl",
      '[[ "$*" != *eu-west-1*assets* ]] || exit 22; while [[ $1 != --output ]]; do shift; done; : >"$2"',
    );
    const { exitCode, calls } = runStep(machine, install, region);
    expect(exitCode).toBe(0);
    expect(calls.join("\n")).toContain(
      " https://amazoncloudwatch-agent.s3.amazonaws.com/assets/amazon-cloudwatch-agent.gpg\n",
    );
  });

  it.each(["linux/cloudwatch-agent", "windows/cloudwatch-agent"])(
    "writes JSON as the configuration of %s",
    (component) => {
      machine = new FakeMachine();
      const values = { Namespace: "Golden", LogGroup: "/golden/system", RetentionDays: "90" };
      expect(JSON.parse(fileContent(component, "WriteConfiguration", values))).toMatchObject({
        metrics: { namespace: "Golden" },
      });
      const text = fileContent(component, "WriteConfiguration", values);
      expect(text).toContain('"log_group_name": "/golden/system"');
      expect(text).toContain('"retention_in_days": 90');
    },
  );
});

onLinux("linux/web-server", () => {
  const enable = "linux/web-server build EnableNginx";
  const check = "linux/web-server validate CheckNginx";
  const sample =
    "http {\n    server {\n        listen       80 default_server;\n        listen  [::]:80  default_server ;\n    }\n}\n";

  it("turns off the sample sites that would answer in its place, and nothing else", () => {
    machine = new FakeMachine({ "etc/nginx/nginx.conf": sample, "etc/nginx/sites-enabled/default": "server {}\n" });
    machine.stub("nginx").stub("systemctl");
    for (const run of [runStep(machine, enable), runStep(machine, enable)]) {
      expect(run).toMatchObject({ exitCode: 0, calls: ["nginx -t", "systemctl enable nginx.service"] });
    }
    expect(machine.read("etc/nginx/nginx.conf")).toBe(sample.replace(/ +default_server ?/g, ""));
    expect(machine.has("etc/nginx/sites-enabled/default")).toBe(false);
  });

  it("does not enable nginx with a configuration that nginx refuses", () => {
    machine = new FakeMachine({ "etc/nginx/nginx.conf": sample }).stub("nginx", "exit 1").stub("systemctl");
    expect(runStep(machine, enable)).toMatchObject({ exitCode: 1, calls: ["nginx -t"] });
  });

  it("validates what nginx reads, not what was written", () => {
    const server = fileContent("linux/web-server", "WriteDefaultServer", { HealthPath: "/up" });
    machine = new FakeMachine({ configuration: server }).stub("systemctl").stub("nginx", 'cat "$ROOT/configuration"');
    expect(runStep(machine, check, { HealthPath: "/up" })).toMatchObject({ exitCode: 0 });
    expect(runStep(machine, check)).toMatchObject({
      exitCode: 1,
      stderr: "nginx does not read the health endpoint's configuration\n",
    });
    machine.write("configuration", `${server}\nserver {\n  listen 80 default_server;\n}\n`);
    expect(runStep(machine, check, { HealthPath: "/up" })).toMatchObject({ exitCode: 1 });
  });
});

onLinux("linux/test-service-answers", () => {
  const active = "linux/test-service-answers test ServiceIsActive";
  const port = "linux/test-service-answers test PortAcceptsConnections";
  const url = "linux/test-service-answers test UrlAnswers";
  const soon = { Service: "nginx", WaitSeconds: "0" };

  it("passes with an active and enabled service", () => {
    machine = new FakeMachine().stub("systemctl");
    expect(runStep(machine, active, soon)).toMatchObject({
      exitCode: 0,
      calls: ["systemctl is-active --quiet nginx", "systemctl is-enabled --quiet nginx"],
    });
  });

  it("fails, showing the service's log, when the service does not come up in time", () => {
    machine = new FakeMachine().stub("systemctl", '[[ $1 == status ]] && echo "bind: address in use"; exit 3');
    expect(runStep(machine, active, soon)).toMatchObject({
      exitCode: 1,
      stderr: 'service "nginx" is not active after 0 s\nbind: address in use\n',
    });
  });

  it("fails when somebody started the service by hand", () => {
    machine = new FakeMachine().stub("systemctl", "[[ $1 != is-enabled ]]");
    expect(runStep(machine, active, soon)).toMatchObject({
      exitCode: 1,
      stderr: 'service "nginx" does not start with the machine\n',
    });
  });

  it("waits for a service that needs a moment", () => {
    machine = new FakeMachine().stub("sleep").stub("systemctl", '[[ -e $ROOT/up ]] || { : >"$ROOT/up"; exit 3; }');
    expect(runStep(machine, active, { ...soon, WaitSeconds: "60" })).toMatchObject({ exitCode: 0 });
  });

  it("tells a port that accepts connections from one that does not", async () => {
    machine = new FakeMachine();
    const server = createServer();
    const open = await listen(server);
    expect(runStep(machine, port, { ...soon, Port: String(open) })).toMatchObject({ exitCode: 0 });
    await new Promise((resolve) => server.close(resolve));
    expect(runStep(machine, port, { ...soon, Port: String(open) })).toMatchObject({
      exitCode: 1,
      stderr: `nothing accepts connections on port ${open} after 0 s\n`,
    });
  });

  it("compares the status of a URL's answer", () => {
    machine = new FakeMachine().stub("curl", "printf 503; exit 0");
    const health = { ...soon, Url: "http://127.0.0.1/health" };
    expect(runStep(machine, url, { ...health, ExpectedStatus: "503" })).toMatchObject({ exitCode: 0 });
    expect(runStep(machine, url, health)).toMatchObject({
      exitCode: 1,
      stderr: "http://127.0.0.1/health answers with status 503 after 0 s, not with 200\n",
    });
  });

  it("asks for neither port nor URL unless one is given", () => {
    machine = new FakeMachine();
    expect(runStep(machine, port, soon)).toMatchObject({ exitCode: 0, calls: [] });
    expect(runStep(machine, url, soon)).toMatchObject({ exitCode: 0, calls: [] });
  });
});

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
