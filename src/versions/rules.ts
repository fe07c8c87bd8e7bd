import type { Example, Rule } from "../problems/rule";
import { environmentRules } from "./environment-rules";
import { howToRun } from "../problems/how-to-run";

const source = "docs/decisions/0004-versions.md";
const file = "versions.lock.json";
export const RESTORE = `take the file as it was committed ("git checkout -- ${file}"), then run "${howToRun("lock")}"`;

/** A small lock as `npm run lock` writes it. */
export const exampleLock = `{
  "lockVersion": 1,
  "components": {
    "linux/update-os": {
      "current": "1.0.1",
      "integrity": "sha256:7798d9cdccee6db9d6fbb8a5cea7f870880318f148e9bb2bd5a6876b06d4d9e2",
      "versions": {
        "1.0.0": "sha256:1111111111111111111111111111111111111111111111111111111111111111",
        "1.0.1": "sha256:2222222222222222222222222222222222222222222222222222222222222222"
      }
    }
  },
  "imageRecipes": {},
  "containerRecipes": {},
  "workflows": {},
  "environments": {}
}
`;

const valid: Example = { [file]: exampleLock };
const edited = (from: string, to: string): Example => ({ [file]: exampleLock.replace(from, to) });

export const lockConflict: Rule = {
  code: "lock-conflict",
  severity: "error",
  summary: "The lock contains Git conflict markers, so the versions in use are unknown.",
  source,
  fail: [
    edited(
      '      "current": "1.0.1",\n',
      '▸<<<<<<< HEAD\n      "current": "1.0.1",\n=======\n      "current": "1.0.2",\n>>>>>>> topic\n',
    ),
  ],
  pass: [valid],
};

export const lockSyntax: Rule = {
  code: "lock-syntax",
  severity: "error",
  summary: "The lock is not well-formed JSON.",
  source: "https://www.rfc-editor.org/rfc/rfc8259",
  fail: [edited('"current": "1.0.1",\n      ', '"current": "1.0.1"\n      ▸')],
  pass: [valid],
};

export const lockFormat: Rule = {
  code: "lock-format",
  severity: "error",
  summary: "The lock has the format of another release, or contains keys or values that no release writes.",
  source,
  fail: [edited('"lockVersion": 1', '"lockVersion": ▸2')],
  pass: [valid],
};

export const lockDigest: Rule = {
  code: "lock-digest",
  severity: "error",
  summary: "A digest in the lock is not valid, so a change of the content could not be detected.",
  source,
  fail: [edited(/"sha256:2+"/.exec(exampleLock)?.[0] ?? "", '▸"sha256:2222"')],
  pass: [valid],
};

export const lockOrder: Rule = {
  code: "lock-order",
  severity: "error",
  summary: "The versions in the lock do not increase, or are not valid (three numbers from 0 to 2^30-1).",
  source: `API field semanticVersion; ${source}`,
  fail: [edited('"1.0.1": ', '▸"0.9.0": ')],
  pass: [valid],
};

export const lockCurrent: Rule = {
  code: "lock-current",
  severity: "error",
  summary: "The version in use is not in the lock's history, or is lower than the last one.",
  source,
  fail: [edited('"current": "1.0.1"', '"current": ▸"1.0.0"')],
  pass: [valid],
};

export const lockIntegrity: Rule = {
  code: "lock-integrity",
  severity: "error",
  summary: "An entry of the lock was edited by hand. One version could then stand for two contents.",
  source,
  fail: [
    {
      [file]: exampleLock
        .replace('"1.0.0": "sha256:1', '"1.0.0": "sha256:3')
        .replace('"integrity": ', '"integrity": ▸'),
    },
  ],
  pass: [valid],
};

export const versionLine: Rule = {
  code: "version-line",
  severity: "error",
  summary:
    "The major.minor line of a version was lowered. Everything that follows the newest version would keep the old content.",
  source:
    "AWS resolves x.x.x to the highest version: https://docs.aws.amazon.com/imagebuilder/latest/userguide/ibhow-semantic-versioning.html",
  fail: [],
  pass: [],
};

export const versionExhausted: Rule = {
  code: "version-exhausted",
  severity: "error",
  summary: "The patch number of a version would exceed the limit of Image Builder (2^30-1).",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/ibhow-semantic-versioning.html",
  fail: [],
  pass: [],
};

export const adoptedVersion: Rule = {
  code: "adopted-version",
  severity: "error",
  summary:
    "What is said to be published in AWS already cannot be taken over: it is no version, one that stands for another content, or a lower one than was given.",
  source,
  fail: [],
  pass: [],
};

export const staleLock: Rule = {
  code: "stale-lock",
  severity: "error",
  summary: "Something changed that has no new version yet. AWS refuses to change a published version.",
  source,
  fail: [],
  pass: [],
};

export const lockRules: readonly Rule[] = [
  lockConflict,
  lockSyntax,
  lockFormat,
  lockDigest,
  lockOrder,
  lockCurrent,
  lockIntegrity,
  versionLine,
  versionExhausted,
  adoptedVersion,
  staleLock,
  ...environmentRules,
].map((rule) => ({ ...rule, unsilenceable: true })); // A lock is JSON and holds no comments.
