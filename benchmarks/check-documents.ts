import { performance } from "node:perf_hooks";

import { parse } from "yaml";

import { checkDocument } from "../src/documents/check-document";

/**
 * Measures checking 1,000 component documents with their scripts, beside parsing the same texts with `yaml` in the same run. Then
 * measures documents of 1, 2 and 4 times the size: the time should grow in proportion. `npm run bench:documents`.
 */
const DOCUMENTS = 1000;
const STEPS = 8;
const ROUNDS = 5;

/** Returns the start of a document: parameters to which the steps refer. */
const head = (number: number): string => `name: component-${number}
description: Installs package ${number} and checks that it works
schemaVersion: 1.0
parameters:
  - Package:
      type: string
      default: package-${number}
      description: What to install
phases:
  - name: build
    steps:
`;

/** Returns steps of the kinds that real documents contain: a script, a download, a condition, a loop, references. */
const step = (number: number): string => `      - name: Fetch${number}
        action: WebDownload
        maxAttempts: 3
        inputs:
          - source: "https://example.com/{{ Package }}-${number}.rpm"
            destination: /tmp/package-${number}.rpm
            overwrite: true
      - name: Install${number}
        action: ExecuteBash
        timeoutSeconds: 600
        onFailure: Abort
        if:
          fileExists: /tmp/package-${number}.rpm
        inputs:
          commands:
            - set -euo pipefail
            - dnf install --assumeyes "{{ build.Fetch${number}.inputs[0].destination }}"
            - |
              for service in alpha beta gamma; do
                systemctl enable "$service"
                echo "enabled $service of {{ Package }}"
              done
      - name: CleanUp${number}
        action: DeleteFile
        loop:
          forEach: [rpm, asc]
        inputs:
          - path: "/tmp/package-${number}.{{ loop.value }}"
`;

function generate(documents: number, steps: number): string[] {
  const body = Array.from({ length: steps }, (_, number) => step(number)).join("");
  return Array.from({ length: documents }, (_, number) => head(number) + body);
}

function check(texts: readonly string[]): void {
  for (const text of texts) {
    const { problems } = checkDocument("component.yaml", text);
    if (problems.length > 0) throw new Error(`a generated document is at fault: ${JSON.stringify(problems[0])}`);
  }
}

function parseAll(texts: readonly string[]): void {
  for (const text of texts) parse(text);
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Returns the best of several rounds for each task, in milliseconds. The tasks alternate, so that both run under the same load. */
function sideBySide(texts: readonly string[]): { readonly checking: number; readonly parsing: number } {
  const rounds = Array.from({ length: ROUNDS }, () => ({
    checking: milliseconds(() => {
      check(texts);
    }),
    parsing: milliseconds(() => {
      parseAll(texts);
    }),
  }));
  return {
    checking: Math.min(...rounds.map(({ checking }) => checking)),
    parsing: Math.min(...rounds.map(({ parsing }) => parsing)),
  };
}

const texts = generate(DOCUMENTS, STEPS);
const kilobytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1000;
const { checking, parsing } = sideBySide(texts);
console.log(`${DOCUMENTS} documents, ${kilobytes.toFixed(0)} kB`);
console.log(`  yaml alone: ${parsing.toFixed(0)} ms`);
console.log(`  check:      ${checking.toFixed(0)} ms, ${(checking / parsing).toFixed(2)} times as long`);

console.log("growth with the size of a document");
for (const factor of [1, 2, 4]) {
  const grown = generate(DOCUMENTS / 20, STEPS * factor * 2);
  const time = sideBySide(grown);
  const size = `${((grown[0]?.length ?? 0) / 1000).toFixed(0)} kB`.padStart(6);
  console.log(`  ${factor}x (${size} each): check ${time.checking.toFixed(0)} ms, yaml ${time.parsing.toFixed(0)} ms`);
}
