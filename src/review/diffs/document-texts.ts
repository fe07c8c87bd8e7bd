import { own } from "../../collections/own";
import type { Change, Plan } from "../plan/plan";
import { at, isEmpty, SENSITIVE, textAt, UNKNOWN } from "../plan/value";
import type { Links, Side } from "../story/links";
import { type TextDiff, textDiff } from "./text-diff";

/** Returns the text with a SHA-256 digest (64 hexadecimal digits, of the text with LF line endings) from the project's files or Git. */
type FindText = (sha256: string) => string | undefined;

export interface TextSources {
  readonly find: FindText;
  /** Where texts were searched for, for example `in Git`; the report names it if a text was not found. */
  readonly searched: string;
}

/** Attributes of a resource type that contain a text or lead to it. */
interface Form {
  readonly kind: "component" | "workflow" | "Dockerfile" | "user data";
  readonly text: string;
  readonly uri?: string;
  readonly base64?: true;
}

const forms: Readonly<Record<string, readonly Form[]>> = {
  aws_imagebuilder_component: [{ kind: "component", text: "data", uri: "uri" }],
  aws_imagebuilder_workflow: [{ kind: "workflow", text: "data", uri: "uri" }],
  aws_imagebuilder_container_recipe: [
    { kind: "Dockerfile", text: "dockerfile_template_data", uri: "dockerfile_template_uri" },
  ],
  aws_imagebuilder_image_recipe: [{ kind: "user data", text: "user_data_base64", base64: true }],
};

export interface TextChange {
  readonly kind: Form["kind"];
  readonly diff: TextDiff;
}

/** Returns the texts of a resource that differ before and after the change. */
export function textChanges(change: Change, plan: Plan, links: Links, sources: TextSources): readonly TextChange[] {
  if (change.action !== "update" && change.action !== "replace") return [];
  return (own(forms, change.type) ?? []).flatMap((form) => {
    if (form.base64) return userDataChange(change, form, plan);
    const [before, after] = [digestAt(change, "before", form, links), digestAt(change, "after", form, links)];
    if (before !== undefined && before === after) return [];
    const find: FindText = (digest) => objectText(plan, digest) ?? sources.find(digest);
    const old = textOf(change, "before", form, before, find);
    const now = textOf(change, "after", form, after, find);
    if (old === undefined && now === undefined && before === after) return [];
    if (old === undefined || now === undefined) {
      const which = old === undefined ? "old" : "new";
      const digest = old === undefined ? before : after;
      const what = digest === undefined ? "" : ` (SHA-256 ${digest.slice(0, 12)}…)`;
      const where = which === "old" ? "the state" : "the plan";
      return [
        {
          kind: form.kind,
          diff: {
            kind: "unknown" as const,
            why: `the ${which} text${what} is neither in ${where} nor ${sources.searched}`,
          },
        },
      ];
    }
    const diff = textDiff(plan.redact(old), plan.redact(now));
    // A changed secret is hidden on both sides, so the redacted texts may be equal.
    if (diff === undefined && old === now) return [];
    return [{ kind: form.kind, diff: diff ?? hiddenChange }];
  });
}

const hiddenChange: TextDiff = { kind: "unknown", why: "only what is hidden as sensitive has changed" };

function userDataChange(change: Change, { kind, text }: Form, { configuration }: Plan): TextChange[] {
  if (!change.differences.some(({ path }) => path[0] === text)) return [];
  const before = at(change.before, text);
  const after = at(change.after, text);
  if (before === SENSITIVE || after === SENSITIVE)
    return [{ kind, diff: { kind: "unknown", why: "it is hidden; --show-user-data shows it" } }];
  // The provider computes user data that the code does not set.
  if (after === UNKNOWN && isEmpty(before) && !configuration.sets(change.address, text)) return [];
  if (after === UNKNOWN) return [{ kind, diff: { kind: "unknown", why: "the new text is known only after apply" } }];
  const decoded = (value: unknown): string =>
    typeof value === "string" ? Buffer.from(value, "base64").toString() : "";
  const diff = textDiff(decoded(before), decoded(after));
  return diff === undefined ? [] : [{ kind, diff }];
}

/** Returns a text that was generated at synthesis: the plan contains it as the content of its S3 object. */
function objectText({ changes }: Plan, digest: string): string | undefined {
  const object = changes.find(
    ({ type, after }) => type === "aws_s3_object" && textAt(after, "key")?.includes(digest) === true,
  );
  return object === undefined ? undefined : textAt(object.after, "content");
}

function textOf(change: Change, side: Side, form: Form, digest: string | undefined, find: FindText) {
  return textAt(change[side], form.text) ?? (digest === undefined ? undefined : find(digest));
}

/**
 * Returns the digest in the key of the document's S3 object. If the URI is known only after apply, the key of the referenced object is
 * used.
 */
function digestAt(change: Change, side: Side, { uri }: Form, links: Links): string | undefined {
  if (uri === undefined) return undefined;
  const key = textAt(change[side], uri) ?? textAt(links.target(change, side, [uri])?.[side] ?? null, "key");
  return key === undefined ? undefined : /(?:^|\/)([0-9a-f]{64})(?:\.[a-z]+)?$/.exec(key)?.[1];
}
