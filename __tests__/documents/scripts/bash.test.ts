import { spawnSync } from "node:child_process";

import { bashFault } from "../../../src/documents/scripts/bash";

/** `▸` stands where the fault is. */
function expectFault(marked: string) {
  const fault = bashFault(marked.replace("▸", ""));
  expect(fault?.offset).toBe(marked.indexOf("▸"));
  expect(fault?.message).toMatchSnapshot();
}

describe("the check of bash", () => {
  it.each([
    ["an open double quote", 'echo start\necho ▸"Hello World'],
    ["an open single quote", "echo ▸'Hello World\n"],
    ["an if without its fi", "▸if true; then\n  echo yes\n"],
    ["a loop without its done", "▸for i in 1 2; do\n  echo $i\n"],
    ["a fi without its if", "echo yes\n▸fi\n"],
    ["an open substitution", "echo ▸$(date\n"],
    ["an open brace group", "f() ▸{\n  echo yes\n"],
    ["a case without its esac", "▸case $1 in\n  a) echo a ;;\n"],
    ["a pipe into nothing", "echo a ▸|\n"],
    ["an if without its fi in a loop", "for i in 1 2; do\n  ▸if true; then\n    echo\ndone\n"],
    ["a loop without its done in an if", "if true; then\n  ▸for i in 1 2; do\n    echo\nfi\n"],
    ["an if without its fi in a function", "f() {\n  ▸if true; then echo\n}\n"],
    ["an esac in a loop", "for i in 1 2; do echo; ▸esac\n"],
    ["a bracket that closes an if", "(▸if true; then echo)\n"],
    ["a done without its loop, after another", "for i in 1; do echo; done\n▸done\n"],
    ["a bracket that is open in a function", "f() {\n  ▸(echo\n}\n"],
    ["a brace that is open in an if", "if true; then\n  ▸{ echo\nfi\n"],
    ["a brace too many", "f() { echo; }\n▸}\n"],
    ["a fi too many in a loop", "for i in 1 2; do if true; then echo; fi; ▸fi; done\n"],
    ["a quote that closes at the next one", 'echo ▸"a\necho "b"\necho "c"\n'],
    ["a quote that closes many lines below", "x=▸'a\nif true; then\n  y='b'\nfi\nz='c'\n"],
    ["an open quote after a text of several lines", 'x="a\nb"\ny=▸"c\nz="d"\n'],
    ["a quote that is open before a bracket", '[ "$x" = ▸"a ] && echo\necho "b"\n'],
  ])("finds %s", (_, marked) => {
    expectFault(marked);
  });

  it.each([
    [
      "references of AWSTOE",
      'yum install -y {{ Packages }} "{{ build.Step.outputs.stdout }}"\nif [ {{ x }} ]; then :; fi',
    ],
    ["a reference with a name that is no word of bash", "echo {{ env:ProgramFiles(x86) }}"],
    ["a Go template", "docker inspect -f '{{.State.Running}}' web\ndocker ps --format {{.Names}}"],
    ["Jinja in a here-document", "cat > page <<'EOF'\n{% if user %}it's {{ user.name | upper }}{% endif %}\nEOF"],
    ["variables", 'echo "${HOME:-/root}" ${array[@]} ${x%.*} $((1 + {{ Count }}))'],
    ["associative arrays", 'declare -A m=([a b]=1 [c]="2")\necho ${m[a b]}'],
    ["two subshells that look like arithmetic", "((true) || (false))\n"],
    ["extended patterns", "shopt -s extglob\nrm -f !(keep|this)"],
    ["process substitution", "diff <(sort a) <(sort b)"],
    ["a here-document that the script ends", "cat > /etc/motd <<EOF\nwelcome"],
    ["DOS line ends", 'if true\r\nthen\r\n  echo "yes"\r\nfi\r\n'],
    ["coprocesses, select and functions", "coproc cat\nfunction f { select x in a b; do break; done; }"],
    ["an empty script", ""],
  ])("lets pass %s", (_, script) => {
    expect(bashFault(script)).toBeUndefined();
  });

  it("leaves scripts for other interpreters alone", () => {
    expect(bashFault("#!/usr/bin/env python3\nprint('if (')\nif x:\n  pass")).toBeUndefined();
    expect(bashFault("#!/bin/sh -e\nif true; then")).toBeDefined();
    expect(bashFault("if true; then\n#!/usr/bin/python3")).toBeDefined();
  });

  it.each([
    'echo "a" && (cd /tmp; ls) | grep -c x || true',
    "x=$(cat <<'EOF'\nit's\nEOF\n)\necho $x",
    'while read -r line; do echo "$line"; done < <(ls)',
    "[[ $x =~ ^(a|b)+$ ]] && echo yes; [[ -f a && ! -d b ]]",
    "trap 'rm -f \"$t\"' EXIT; t=$(mktemp)",
    "export PATH=$PATH:/x FOO='a b'; local_x=1 env | sort",
    "printf '%s\\n' {a,b}{1..3} \"${@:2}\" ${!ref} ${x^^} ${x//a/b}",
    "until ping -c1 host &>/dev/null; do sleep 1; done &",
    "if ! command -v jq >/dev/null 2>&1; then exit 1; fi",
  ])("agrees with bash about %s", (script) => {
    expect(spawnSync("bash", ["-n"], { input: script }).status).toBe(0);
    expect(bashFault(script)).toBeUndefined();
  });
});
