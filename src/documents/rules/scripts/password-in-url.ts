import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { findCredentials, findPasswordsInUrls, readWhenNeeded } from "../../scripts/credentials";
import { fetching } from "./examples";

const secretsPage = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html";

export const passwordInUrl: DocumentRule = {
  code: "password-in-url",
  severity: "warning",
  summary: "A URL contains a user name and what looks like a password.",
  source: secretsPage,
  fail: [buildSteps(fetching("▸https://deploy:hunter42@repository.example.com/tool.rpm"))],
  pass: [buildSteps(fetching("https://deploy:$PASSWORD@repository.example.com/tool.rpm"))],
  file: ({ text }, report) => {
    const passwords = findPasswordsInUrls(text);
    if (passwords.length === 0) return;
    const credentials = findCredentials(text);
    for (const { offset, length, kind } of passwords) {
      const end = offset + length;
      if (credentials.some((each) => each.offset < end && offset < each.offset + each.length)) continue;
      report({ start: offset, end }, `the file contains ${kind}`, readWhenNeeded);
    }
  },
};
