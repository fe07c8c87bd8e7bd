import { noTexts } from "../../../src/cli/plans/project-texts";
import { textChanges, type TextSources } from "../../../src/review/diffs/document-texts";
import { isFault, readPlan } from "../../../src/review/plan/read-plan";
import { linksOf } from "../../../src/review/story/links";
import { digestOfText } from "../../../src/versions/digest";

const digest = (text: string): string => digestOfText(text).replace("sha256:", "");
const uri = (text: string): string => `s3://documents/components/tool/${digest(text)}.yaml`;
const [old, now] = ["a: 1\nb: 2\n", "a: 1\nb: 3\n"];

/** Texts that are found by their digest, and which were asked for. */
function sources(...texts: readonly string[]): TextSources & { readonly asked: string[] } {
  const asked: string[] = [];
  const find = (sha256: string): string | undefined => {
    asked.push(sha256);
    return texts.find((text) => digest(text) === sha256);
  };
  return { find, searched: "in Git", asked };
}

interface Resource {
  readonly type?: string;
  readonly actions?: readonly string[];
  readonly before: object;
  readonly after: object;
  readonly others?: readonly object[];
  readonly unknown?: object;
  /** The arguments that the code sets. */
  readonly code?: object;
}

/** What a review finds of the texts of one resource. */
function changesOf(given: Resource, texts: TextSources) {
  const { type = "aws_imagebuilder_component", actions = ["create", "delete"], before, after, others = [] } = given;
  const change = { actions, before, after, after_unknown: given.unknown };
  const address = `${type}.tool`;
  const own = { address, type, name: "tool", mode: "managed", change };
  const configuration = { root_module: { resources: [{ address, type, name: "tool", expressions: given.code }] } };
  const plan = readPlan(JSON.stringify({ format_version: "1.2", resource_changes: [own, ...others], configuration }), {
    showUserData: true,
  });
  if (isFault(plan)) throw new Error(plan.message);
  const found = plan.changes.find((each) => each.address === address);
  if (found === undefined) throw new Error("no change");
  return textChanges(found, plan, linksOf(plan), texts);
}

const changed = (kind: string) => [
  {
    kind,
    diff: {
      kind: "changed",
      added: 1,
      removed: 1,
      lines: [
        { sign: "@", text: "-1,2 +1,2" },
        { sign: " ", text: "a: 1" },
        { sign: "-", text: "b: 2" },
        { sign: "+", text: "b: 3" },
      ],
    },
  },
];

describe("the texts of a resource that change", () => {
  it.each([
    ["aws_imagebuilder_component", "component", "uri"],
    ["aws_imagebuilder_workflow", "workflow", "uri"],
    ["aws_imagebuilder_container_recipe", "Dockerfile", "dockerfile_template_uri"],
  ])("of %s are found by the digest in the URI", (type, kind, attribute) => {
    const given = { type, before: { [attribute]: uri(old) }, after: { [attribute]: uri(now) } };
    const texts = sources(old, now);
    expect(changesOf(given, texts)).toEqual(changed(kind));
    expect(texts.asked.sort()).toEqual([digest(old), digest(now)].sort());
  });

  it("are taken from the state and the plan where these hold them, and looked for nowhere else", () => {
    const texts = sources();
    expect(changesOf({ before: { data: old }, after: { data: now } }, texts)).toEqual(changed("component"));
    expect(texts.asked).toEqual([]);
  });

  it("are taken from the object that the same plan uploads", () => {
    const object = {
      address: "aws_s3_object.tool",
      type: "aws_s3_object",
      name: "tool",
      mode: "managed",
      change: {
        actions: ["create"],
        before: null,
        after: { key: `components/tool/${digest(now)}.yaml`, content: now },
      },
    };
    const texts = sources(old);
    const given = { before: { uri: uri(old) }, after: { uri: uri(now) }, others: [object] };
    expect(changesOf(given, texts)).toEqual(changed("component"));
    expect(texts.asked).toEqual([digest(old)]);
  });

  it.each([
    ["old", now, old, `the old text (SHA-256 ${digest(old).slice(0, 12)}…) is neither in the state nor in Git`],
    ["new", old, now, `the new text (SHA-256 ${digest(now).slice(0, 12)}…) is neither in the plan nor in Git`],
  ])("say which is missing where the %s one is not found", (_which, found, _lost, why) => {
    const given = { before: { uri: uri(old) }, after: { uri: uri(now) } };
    expect(changesOf(given, sources(found))).toEqual([{ kind: "component", diff: { kind: "unknown", why } }]);
  });

  it("say that nothing else was searched for a plan of somebody else's", () => {
    const given = { before: { uri: uri(old) }, after: { uri: uri(now) } };
    const why = `the old text (SHA-256 ${digest(old).slice(0, 12)}…) is neither in the state nor anywhere else`;
    expect(changesOf(given, noTexts)).toEqual([{ kind: "component", diff: { kind: "unknown", why } }]);
  });

  it("say of a URI without a digest that the text is not known, for it names none to look for", () => {
    const texts = sources(old);
    const given = { before: { uri: "s3://documents/tool.yaml" }, after: { uri: uri(old) } };
    expect(changesOf(given, texts)).toEqual([
      { kind: "component", diff: { kind: "unknown", why: "the old text is neither in the state nor in Git" } },
    ]);
  });

  it("are none where the digest is the same, however the URI reads", () => {
    const texts = sources(old);
    const given = { before: { uri: uri(old) }, after: { uri: uri(old).replace("documents", "elsewhere") } };
    expect(changesOf(given, texts)).toEqual([]);
    expect(texts.asked).toEqual([]);
  });

  it.each([["create"], ["delete"], ["no-op"]])("are none where the action is %s", (action) => {
    const given = { actions: [action], before: { uri: uri(old) }, after: { uri: uri(now) } };
    expect(changesOf(given, sources(old, now))).toEqual([]);
  });

  it.each([
    ["was there before", { user_data_base64: "YTogMQ==" }, {}, "the new text is known only after apply"],
    ["the provider computes", { user_data_base64: "" }, {}, undefined],
    ["the code sets", {}, { user_data_base64: {} }, "the new text is known only after apply"],
  ])("are not reported as deleted where the user data that %s is known only after apply", (_, before, code, why) => {
    const type = "aws_imagebuilder_image_recipe";
    const given = { type, before, after: {}, unknown: { user_data_base64: true }, code };
    expect(changesOf(given, sources())).toEqual(
      why === undefined ? [] : [{ kind: "user data", diff: { kind: "unknown", why } }],
    );
  });

  it("are none of resources without a text", () => {
    const given = { type: "aws_s3_object", before: { uri: uri(old) }, after: { uri: uri(now) } };
    expect(changesOf(given, sources(old, now))).toEqual([]);
  });
});
