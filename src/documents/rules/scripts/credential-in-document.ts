import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { findCredentials, readWhenNeeded } from "../../scripts/credentials";
import { fetching } from "./examples";

const secretsPage = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html";

export const credentialInDocument: DocumentRule = {
  code: "credential-in-document",
  refusedBy: "project",
  summary:
    "A document contains a credential in plain text. Everyone who can read the component, its bucket or this repository can read it.",
  source: secretsPage,
  // Joined here, so that secret scanners do not report this file.
  fail: [
    buildSteps(fetching(`https://x:▸${["ghp", "aB3dE5fG7hJ9kL1mN0pQ2rS4tU6vW8xYzA1b"].join("_")}@github.com/a/b`)),
  ],
  pass: [buildSteps(fetching("https://x:$TOKEN@github.com/a/b"))],
  file: ({ text }, report) => {
    for (const { offset, length, kind } of findCredentials(text))
      report({ start: offset, end: offset + length }, `the file contains ${kind}`, readWhenNeeded);
  },
};
