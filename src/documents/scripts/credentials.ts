/** Fix for a secret in a document that others can read. */
export const readWhenNeeded = 'read it when the step runs, e.g. with "{{ aws:ssm:… }}", and revoke this one';

export interface FoundCredential {
  /** Offset in UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly length: number;
  /** Kind of credential, e.g. `a GitHub token`. */
  readonly kind: string;
}

/**
 * Patterns that match only credentials. The first group is the secret itself.
 * @see https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
 */
const forms: readonly (readonly [kind: string, form: RegExp])[] = [
  ["a private key", /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY(?: BLOCK)?-----(?:\s|\\n)+([A-Za-z0-9+/]{40,})/g],
  ["a GitHub token", /\b(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b/g],
  ["a GitLab token", /\b(glpat-[A-Za-z0-9_-]{20,})/g],
  ["a Slack token", /\b(xox[abeoprs]-[0-9]{8,}-[A-Za-z0-9-]{16,})/g],
  ["an npm token", /\b(npm_[A-Za-z0-9]{36})\b/g],
  ["a Stripe key", /\b([sr]k_live_[A-Za-z0-9]{24,})\b/g],
  ["a Google API key", /\b(AIza[A-Za-z0-9_-]{35})\b/g],
  // The ID of an access key is not secret. Next to text in the form of a secret key, both are likely to be real.
  [
    "an AWS access key",
    /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b[^]{0,200}?[=:\s"'](?![0-9a-f]{40})((?=[^\s"']{0,39}[a-z])(?=[^\s"']{0,39}[A-Z])(?=[^\s"']{0,39}[0-9])[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/g,
  ],
  [
    "an AWS secret access key",
    /\b(?:aws_secret_access_key|AWS_SECRET_ACCESS_KEY)["']?[\t ]*[=: ][\t ]*["']?(?![0-9a-f]{40})((?=[^\s"']{0,39}[a-z])(?=[^\s"']{0,39}[A-Z])(?=[^\s"']{0,39}[0-9])[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/g,
  ],
];

/** Finds credentials in plain text. Everybody who can read the component can read them. */
export function findCredentials(text: string): FoundCredential[] {
  const found: FoundCredential[] = [];
  for (const [kind, form] of forms)
    for (const { index: offset, 0: whole, 1: secret = "" } of text.matchAll(form)) {
      const { length } = whole;
      const known = found.some((other) => other.offset < offset + length && offset < other.offset + other.length);
      if (!known && !isPlaceholder(whole, secret)) found.push({ offset, length, kind });
    }
  return found;
}

/** Checks for placeholders such as `AKIAIOSFODNN7EXAMPLE`, `ghp_xxxxxxxx…` and `npm_0123456789…`. */
function isPlaceholder(whole: string, secret: string): boolean {
  return /example|xxxx|\*{4}|123456789|abcdefg|placeholder|your[-_]/i.test(whole) || new Set(secret).size < 12;
}

/** Matches a URL that contains a user and a password. The first group is the password. */
const passwordInUrl = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@'"`$<>{}()]{1,100}:([^\s/:@'"`$<>{}()]{3,100})@[a-z0-9]/gi;
const placeholderPassword =
  /^(pass|passw(or)?d|passwort|pwd|secret|token|key|changeme|change_me|example|redacted|user|username|test|x+|\*+|\.+|-+|%.*)$/i;

/** Finds passwords in URLs. Ignores placeholders such as the word `password`. */
export function findPasswordsInUrls(text: string): FoundCredential[] {
  return [...text.matchAll(passwordInUrl)]
    .filter(({ 1: password = "" }) => !placeholderPassword.test(password) && !/\W?(your|example|xxx)/i.test(password))
    .map(({ index, 0: whole }) => ({ offset: index, length: whole.length - 2, kind: "a password in a URL" }));
}

/**
 * Checks whether the name of a parameter suggests that its value is a secret. The last word decides: true for `DbPassword`, false for
 * `TokenParameterName`, `SecretArn` and `PasswordLength`. False for names that say where a secret is stored.
 */
export function isNamedLikeSecret(name: string): boolean {
  if (name.length > 128) return false; // The name of a parameter cannot be longer.
  const words = name
    .replace(/([a-z0-9])([A-Z])|([A-Z]+)([A-Z][a-z])/g, "$1$3 $2$4")
    .split(/[\s_-]+/)
    .map((word) => word.toLowerCase());
  if (words.some((word) => ["ssm", "arn", "parameter", "path", "id", "name", "manager"].includes(word))) return false;
  const last = words.slice(-2).join("");
  return /(password|passwd|passphrase|secret|token|credentials?|(api|secret|private|access)key)$/.test(last);
}
