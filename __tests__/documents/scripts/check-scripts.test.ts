import { checkDocument } from "../../../src/documents/check-document";
import { scriptRules } from "../../../src/documents/rules";
import { type Problem, sortProblems } from "../../../src/problems/problem";
import { type Example } from "../../../src/problems/rule";
import { placesOf, unmarked } from "../../helpers/example-rules";

const codes = new Set(scriptRules.map(({ code }) => code));

/** What the rules of scripts find; the documents of these tests break others as well. */
function check(file: string, text: string): Problem[] {
  return sortProblems(checkDocument(file, text).problems.filter(({ code }) => codes.has(code)));
}

function checkExample(example: Example) {
  const { files, marks } = unmarked(example);
  const problems = Object.entries(files).flatMap(([file, text]) => check(file, text));
  return { places: placesOf(problems), marks };
}

function expectProblem(code: string, marked: string) {
  const { places, marks } = checkExample({ "component.yaml": marked });
  expect(places).toStrictEqual(marks.map((mark) => ({ ...mark, code })));
}

const steps = (text: string): string =>
  `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n${text.replace(/^(?=.)/gm, "      ")}`;

describe("the script of a step", () => {
  const bash = (commands: string) => steps(`- name: Run\n  action: ExecuteBash\n  inputs:\n    commands:\n${commands}`);

  it("may span its commands", () => {
    expect(
      check(
        "c.yaml",
        bash(
          "      - cat > /tmp/x <<EOF\n      - it's\n      - EOF\n      - |\n        if true; then\n          echo yes\n      - fi\n",
        ),
      ),
    ).toStrictEqual([]);
  });

  it.each([
    ["a block", bash("      - |\n        set -e\n        ▸if true; then\n          echo yes\n")],
    ["a quoted command", bash('      - "echo \\"a\\" && ▸if true"\n')],
    ["a command after references", bash("      - echo {{ Name }}\n      - echo '{{ Name }}' ▸'{{ Name }}\n")],
    ["a folded command", bash("      - >\n        echo a\n        b; ▸for x in y; do echo\n")],
  ])("has its places in the file, in %s", (_, marked) => {
    expectProblem("bash-syntax", marked);
  });

  it("has the places of each of its traps", () => {
    expectProblem(
      "interactive-packages",
      bash("      - set -e\n      - |\n        # first\n        sudo ▸dnf install jq\n        sudo ▸yum update\n"),
    );
    expectProblem("reboot-in-script", bash("      - yum update -y && ▸shutdown -r now\n"));
  });
});

describe("what is wrong with a script", () => {
  const token = ["ghp", "aB3dE5fG7hJ9kL1mN0pQ2rS4tU6vW8xYzA1b"].join("_");
  /** The code of each problem, and the text that it marks. */
  function marked(script: string, action = "ExecuteBash"): string[] {
    const text = steps(
      `- name: Run\n  action: ${action}\n  inputs:\n    commands:\n      - |\n        ${script.replaceAll("\n", "\n        ")}\n`,
    );
    const lines = text.split("\n");
    return check("c.yaml", text).map(
      ({ code, line, column, end }) =>
        `${code}: ${end?.line === line ? (lines[line - 1]?.slice(column - 1, end.column - 1) ?? "") : "several lines"}`,
    );
  }

  it.each([
    ["ExecuteBash", "yum  install jq", ["interactive-packages: yum  instal"]],
    ["ExecuteBash", "sudo reboot now; true", ["reboot-in-script: reboot now"]],
    ["ExecuteBash", "ls\u00a0-l", ["invisible-character: \u00a0"]],
    ["ExecuteBash", "\u0441url x", ["mixed-scripts: \u0441url"]],
    ["ExecuteBash", "if true; then", ["bash-syntax: t"]],
    ["ExecuteBash", `export TOKEN=${token}`, [`credential-in-document: ${token}`]],
    ["ExecuteBash", "curl https://deploy:hunter42@example.com/x", ["password-in-url: https://deploy:hunter42"]],
    ["ExecuteBash", `curl https://deploy:${token}@example.com/x`, [`credential-in-document: ${token}`]],
    [
      "ExecuteBash",
      `curl -u ${token} https://deploy:hunter42@example.com/x`,
      [`credential-in-document: ${token}`, "password-in-url: https://deploy:hunter42"],
    ],
    ["ExecutePowerShell", "if ($true) {", ["powershell-syntax: {"]],
    ["ExecutePowerShell", "yum install jq", []],
    ["ExecutePowerShell", "Restart-Computer -Force", ["reboot-in-script: Restart-Computer"]],
  ])("is marked to its end, by %s: %s", (action, script, expected) => {
    expect(marked(script, action)).toEqual(expected);
  });
});

describe("a download", () => {
  const download = (destination: string, before = "") =>
    steps(
      `${before}- name: Fetch\n  action: S3Download\n  inputs:\n    - source: s3://bucket/x\n      destination: ${destination}\n`,
    );

  it.each(["/opt/app/x", "//opt//app//x", "/tmp/app/*", "/data/", "C:\\Temp\\x.exe", "/home/ec2-user/app/x"])(
    "is warned of for %s",
    (destination) => {
      expectProblem("download-folder", download(`▸${destination}`));
    },
  );

  it.each([
    "/tmp/x",
    "/opt/x",
    "/etc/nginx/conf.d/x.conf",
    "/usr/local/bin/x",
    "/home/ec2-user/x",
    "x/y",
    "C:\\x.exe",
    "C:\\\\x.exe",
    "C:\\inetpub\\wwwroot\\x.html",
    "C:\\\\Windows\\\\Temp\\\\x.exe",
    "/etc//nginx//x.conf",
    "C:\\Windows\\Temp\\x.exe",
    "c:/Program Files/Tool/x",
    "'{{ Folder }}/x'",
    "$HOME/x/y",
    "'%TEMP%\\x\\y'",
    "'/opt/{{ Folder }}/x'",
    "/opt/$NAME/x",
    "/opt/%NAME%/x",
    "/x",
  ])("is fine for %s", (destination) => {
    expect(check("c.yaml", download(destination))).toStrictEqual([]);
  });

  it.each([
    "- name: Make\n  action: ExecuteBash\n  inputs:\n    commands:\n      - mkdir -p /opt/app/conf\n",
    "- name: Make\n  action: CreateFolder\n  inputs:\n    - path: /opt/app/\n",
    "- name: Make\n  action: CreateFolder\n  inputs:\n    - path: /OPT//App\n",
  ])("is fine after %j", (before) => {
    expect(check("c.yaml", download("/opt/app/x", before))).toStrictEqual([]);
  });
});

describe("a step without a limit", () => {
  it("is fine for ExecuteDocument, which takes no other", () => {
    const text =
      "- name: Run\n  action: ExecuteDocument\n  timeoutSeconds: -1\n  inputs:\n    document: s3://b/d.yaml\n";
    expect(check("c.yaml", steps(text))).toStrictEqual([]);
  });
});

describe("a parameter named like a secret", () => {
  it("is fine where its description or default says that it is the name of one", () => {
    const declared = (line: string) =>
      `schemaVersion: 1.0\nparameters:\n  - ApiToken:\n      type: string\n      ${line}\nphases: []\n`;
    expect(check("c.yaml", declared("description: Name of the SSM parameter"))).toStrictEqual([]);
    expect(check("c.yaml", declared("default: /prod/token"))).toStrictEqual([]);
    expectProblem("secret-parameter", declared("description: The token").replace("ApiToken", "▸ApiToken"));
  });
});
