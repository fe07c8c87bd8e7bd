import type { Rule } from "../../problems/rule";
import type { Span } from "../../problems/yaml-tree";
import { buildSteps, componentExample, indented, sayHello } from "../examples";
import type { Report } from "../reading/report";
import { findCredentials, findPasswordsInUrls, type FoundCredential } from "./credentials";

const secretsPage = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html";

const withUrl = (url: string): string =>
  `- name: Fetch\n  action: ExecuteBash\n  inputs:\n    commands:\n      - curl -fsS -O ${url}\n`;

const credentialInDocument: Rule = {
  code: "credential-in-document",
  severity: "error",
  summary:
    "A document contains a credential in plain text. Everyone who can read the component, its bucket or this repository can read it.",
  source: secretsPage,
  // Put together here, so that no scanner takes this file for a leak.
  fail: [buildSteps(withUrl(`https://x:▸${["ghp", "aB3dE5fG7hJ9kL1mN0pQ2rS4tU6vW8xYzA1b"].join("_")}@github.com/a/b`))],
  pass: [buildSteps(withUrl("https://x:$TOKEN@github.com/a/b"))],
};

const passwordInUrl: Rule = {
  code: "password-in-url",
  severity: "warning",
  summary: "A URL contains a user name and what looks like a password.",
  source: secretsPage,
  fail: [buildSteps(withUrl("▸https://deploy:hunter42@repository.example.com/tool.rpm"))],
  pass: [buildSteps(withUrl("https://deploy:$PASSWORD@repository.example.com/tool.rpm"))],
};

const parameter = (name: string): string =>
  `schemaVersion: 1.0\nparameters:\n  - ${name}:\n      type: string\nphases:\n  - name: build\n    steps:\n${indented(sayHello, 6).replace("hello", `{{ ${name.replace("▸", "")} }}`)}`;

export const secretParameter: Rule = {
  code: "secret-parameter",
  severity: "warning",
  summary: "The name of a parameter suggests a secret. Its value is visible in the recipe to everyone who can read it.",
  source: secretsPage,
  fail: [componentExample(parameter("▸DatabasePassword"))],
  pass: [componentExample(parameter("DatabasePasswordParameterName"))],
};

export const credentialRules: readonly Rule[] = [credentialInDocument, passwordInUrl, secretParameter];

const fix = 'read it when the step runs, e.g. with "{{ aws:ssm:… }}", and revoke this one';

/** A secret that a text gives away, with its place in the text. */
export interface GivenAway extends Span {
  readonly rule: Rule;
  readonly message: string;
  readonly fix: string;
}

/** Secrets in any text, comments included. @param what the text is, e.g. `the document` */
export function secretsIn(text: string, what: string): GivenAway[] {
  const credentials = findCredentials(text);
  const passwords = findPasswordsInUrls(text).filter(
    ({ offset, length }) =>
      !credentials.some((each) => each.offset < offset + length && offset < each.offset + each.length),
  );
  const said = (rule: Rule, found: readonly FoundCredential[]): GivenAway[] =>
    found.map(({ offset, length, kind }) => ({
      rule,
      start: offset,
      end: offset + length,
      message: `${what} holds ${kind}`,
      fix,
    }));
  return [...said(credentialInDocument, credentials), ...said(passwordInUrl, passwords)];
}

/** Checks the text of a document, comments included, for secrets that it gives away. */
export function checkCredentials(report: Report): void {
  for (const secret of secretsIn(report.source.text, "the document"))
    report.add(secret.rule, secret, secret.message, secret.fix);
}
