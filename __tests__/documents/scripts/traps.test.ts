import { shellCommands } from "../../../src/documents/scripts/bash-commands";
import { cloudFormationVariables } from "../../../src/documents/scripts/cloudformation-variables";
import { findCredentials, findPasswordsInUrls, isNamedLikeSecret } from "../../../src/documents/scripts/credentials";
import { interactivePackageCommands } from "../../../src/documents/scripts/interactive-packages";
import { readPowershell } from "../../../src/documents/scripts/powershell";
import { bashReboots, powershellReboots } from "../../../src/documents/scripts/reboots";

const rebootsIn = (script: string) => bashReboots(script, shellCommands(script));
const rebootsOfWindows = (script: string) => powershellReboots(script, readPowershell(script).code);
const questionsIn = (script: string) => interactivePackageCommands(script, shellCommands(script));

describe("a reboot in a script", () => {
  it.each([
    "reboot",
    "sudo reboot now",
    "shutdown -r +1",
    "/sbin/shutdown --reboot",
    "systemctl --no-wall reboot",
    "systemctl  --force  --no-wall  reboot",
    "shutdown -fr",
    "shutdown -hrf now",
    "init 6",
    "init  6 ",
    "telinit 6",
  ])("is found in %s", (command) => {
    expect(rebootsIn(`yum update -y\n${command}\n`)).toHaveLength(1);
  });

  it.each([
    "shutdown -h now",
    "systemctl enable reboot.target",
    "echo 'please reboot'",
    "needs-restarting -r",
    "reboot --help",
    "shutdown --rebootless",
    "systemctl status reboot",
    "systemctl reboot.target",
    "init 5",
    "init 60",
    "init x 6",
    "runlevel 6",
    "reboot\nexit  194",
    "touch /var/run/reboot-required",
    "reboot\nexit 194",
  ])("is not %j", (command) => {
    expect(rebootsIn(command)).toHaveLength(0);
  });

  it.each(["Restart-Computer -Force", "if ($x) { Restart-Computer }", "shutdown.exe /r /t 0", "shutdown  -f -r"])(
    "is found in the PowerShell %s",
    (command) => {
      expect(rebootsOfWindows(`Get-Date\n${command}\n`)).toHaveLength(1);
    },
  );

  it.each([
    "# Restart-Computer",
    "'Restart-Computer'",
    "shutdown /s",
    "Get-Help Restart-Computer",
    "Restart-Computer -WhatIf",
    "Restart-Computer  -WhatIf",
    "shutdown /s /rx",
    "Restart-Computer\nexit  3010",
  ])("is not the PowerShell %j", (command) => {
    expect(rebootsOfWindows(command)).toHaveLength(0);
  });

  it("has a place", () => {
    expect(rebootsIn("true; sudo reboot now\n")).toStrictEqual([{ offset: 11, text: "reboot now" }]);
    expect(rebootsOfWindows("Restart-Computer")).toStrictEqual([{ offset: 0, text: "Restart-Computer" }]);
    expect(rebootsIn("reboot  # now")).toStrictEqual([{ offset: 0, text: "reboot  # now" }]);
    expect(rebootsOfWindows("exit\n  Restart-Computer\n")).toStrictEqual([{ offset: 7, text: "Restart-Computer" }]);
  });
});

describe("a package command that asks", () => {
  it.each([
    ["yum install jq", "yum install", "-y"],
    ["sudo dnf --best upgrade", "dnf upgrade", "-y"],
    ["DEBIAN_FRONTEND=noninteractive apt-get install jq", "apt-get install", "-y"],
    ["apt remove {{ Package }}", "apt remove", "-y"],
    ["dnf  install  {{ Package }}  my-opt", "dnf install", "-y"],
    ["yum install x$OPTS", "yum install", "-y"],
    ["zypper install jq", "zypper install", "--non-interactive"],
    ["apt-get -o Acquire::Retries=3 install jq", "apt-get install", "-y"],
    ["dnf --setopt install_weak_deps=False -q install jq", "dnf install", "-y"],
    ["zypper --root /mnt in jq", "zypper in", "--non-interactive"],
  ])("is found in %s", (script, command, fix) => {
    expect(questionsIn(script)).toMatchObject([{ command, fix }]);
  });

  it.each([
    "yum install -y jq",
    "yum -y install jq",
    "yum install jq -yq",
    "dnf install --assumeyes jq",
    "apt-get -qq install jq",
    "apt-get install -o Dpkg::Options::=--force-confold --yes jq",
    "zypper -n in jq",
    "zypper install -y jq",
    "yes | yum install jq",
    "apt-get update",
    "yum list installed",
    "yum check-update",
    "yum install $YUM_OPTS jq",
    'dnf install "$@"',
    "yum {{ Flags }} install jq",
    "yum {{Flags}} install jq",
    "yum install {{  InstallOptions  }} jq",
    "yum",
    "yum -q",
    'echo "assumeyes=1" >> /etc/yum.conf\nyum install jq',
    "echo 'APT::Get::Assume-Yes \"true\";' > /etc/apt/apt.conf.d/90yes\napt-get install jq",
    "yum install \\\n  jq \\\n  -y",
    "# yum install jq",
    "amazon-linux-extras install nginx1",
  ])("is not %j", (script) => {
    expect(questionsIn(script)).toHaveLength(0);
  });
});

describe("a variable of CloudFormation", () => {
  it.each([
    ["echo ${AWS::Region}", [5]],
    ['echo "in ${AWS::Region}, ${AWS::AccountId}"', [9, 25]],
    ["echo 'one' \"${AWS::Partition}\"", [12]],
    ['echo "it\'s $(cat x) ${AWS::StackName}"', [20]],
    ['x="$(aws --region "${AWS::Region}")"', [19]],
    ["cat <<END > f\nregion=${AWS::Region}\nEND\n", [21]],
    ["cat <<-END > f\n\t${AWS::Region}\n\tEND\n", [16]],
  ])("is found in %s", (script, offsets) => {
    expect(cloudFormationVariables(script).map(({ offset }) => offset)).toStrictEqual(offsets);
  });

  it.each([
    "echo ${Region}",
    "echo ${AWS::Other} ${AWS:0:2} $AWS",
    "echo '${AWS::Region}'",
    "sed -i 's/${AWS::Region}/eu-west-1/' stack.yaml",
    "# ${AWS::Region}",
    "cat > stack.yaml <<'END'\nName: !Sub x-${AWS::Region}\nEND\n",
    "echo \\${AWS::Region}",
    "echo \"a\"'${AWS::Region}'",
    "echo $(x)'${AWS::Region}'",
    "cat <<\\END\n${AWS::Region}\nEND\n",
    "cat <<END\n\\${AWS::Region}\nEND\n",
    'echo "\\${AWS::Region}"',
  ])("is not %j", (script) => {
    expect(cloudFormationVariables(script)).toHaveLength(0);
  });
});

describe("a credential", () => {
  // Put together here, so that no scanner takes this file for a leak.
  const id = ["AKIA", "3EGHKLMNPQRSTUVW"].join("");
  const secret = ["9dF3kLm2", "/pQrS7tUvWxYz0qTcVeKgZiJwLmRoPyr"].join("");
  const random = "aB3dE5fG7hJ9kL1mN0pQ2rS4tU6vW8xYzA1b";

  it.each([
    ["an AWS secret access key", `export AWS_SECRET_ACCESS_KEY='${secret}'`],
    ["an AWS secret access key", `aws configure set aws_secret_access_key ${secret}`],
    ["an AWS access key", `export AWS_ACCESS_KEY_ID=${id}\nexport AWS_SECRET_ACCESS_KEY="${secret}"`],
    ["a private key", `-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA${random}${random}\n`],
    ["a private key", `"-----BEGIN PRIVATE KEY-----\\nMIIEpAIBAAKCAQEA${random}${random}\\n"`],
    ["a GitHub token", `git clone https://x:ghp_${random}@github.com/a/b`],
    ["a GitHub token", `ghp_${"aB3dE5fG".repeat(5)}`],
    ["a Slack token", ["xoxb", "123456780912", random].join("-")],
    ["an npm token", `//registry/:_authToken=npm_${random}`],
  ])("is %s", (kind, text) => {
    expect(findCredentials(`name: x\n${text}`)).toMatchObject([{ kind, offset: expect.any(Number) as number }]);
  });

  it.each([
    "AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    `aws_access_key_id = ${id}`,
    `${id} sha1 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12`,
    "-----BEGIN PRIVATE KEY-----\n{{ PrivateKey }}",
    "grep -q 'BEGIN RSA PRIVATE KEY' file",
    "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    `ghp_${"aB3dE5".repeat(6)}`,
    `ghp_your-${random}`,
    `ghp_your_${random}`,
    "-----BEGIN CERTIFICATE-----\nMIIEpAIBAAKCAQEAaB3dE5fG7hJ9kL1mN0pQ2rS4tU6vW8xYzA1b",
  ])("is not %j", (text) => {
    expect(findCredentials(text)).toHaveLength(0);
  });

  it("is told once where two forms fit, and each of several", () => {
    const pair = `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}`;
    const github = `ghp_${random}`;
    expect(findCredentials(`${pair}\n${github} npm_${random}`)).toStrictEqual([
      { kind: "a GitHub token", offset: pair.length + 1, length: github.length },
      { kind: "an npm token", offset: pair.length + github.length + 2, length: github.length },
      {
        kind: "an AWS access key",
        offset: "AWS_ACCESS_KEY_ID=".length,
        length: pair.length - "AWS_ACCESS_KEY_ID=".length,
      },
    ]);
  });

  it("is a password in a URL", () => {
    expect(findPasswordsInUrls("curl https://deploy:hunter42!@repo.internal/x")).toStrictEqual([
      { offset: 5, length: 24, kind: "a password in a URL" },
    ]);
  });

  it.each([
    "https://user:password@host/x",
    "https://$USER:$PASS@host/x",
    "https://{{ User }}:{{ Pass }}@host/x",
    "postgres://app:<password>@db/x",
    "http://host:8080/@scope/package",
    "s3://bucket/key",
    "ssh://git@github.com:22/x",
  ])("is not in %s", (text) => {
    expect(findPasswordsInUrls(text)).toHaveLength(0);
  });

  it.each([
    "Password",
    "DbPassword",
    "db_password",
    "ApiKey",
    "ProvisioningToken",
    "CLIENT_SECRET",
    "client-secret",
    "CLIENT__SECRET",
    "Credential",
    "DBCredentials",
    "AWSSecretAccessKey",
    "x".repeat(120) + "Password",
  ])("is what the parameter %s takes", (name) => {
    expect(isNamedLikeSecret(name)).toBe(true);
  });

  it.each([
    "SecretArn",
    "SecretsManagerSecretName",
    "TokenParameterName",
    "SSMFalconClientSecret",
    "PasswordLength",
    "SecretStorageMethod",
    "TokenPath",
    "KeyName",
    "PasswordPolicy",
    "SecretUserName",
    "x".repeat(121) + "Password",
    "MonkeyPatch",
  ])("is not what the parameter %s takes", (name) => {
    expect(isNamedLikeSecret(name)).toBe(false);
  });
});
