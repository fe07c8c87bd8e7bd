import type { ResourceInstance } from "../../../src/adoption/state/state";
import { documentsOf } from "../../../src/adoption/translation/documents";
import type { Value } from "../../../src/review/plan/value";

function component(address: string, attributes: Record<string, Value>): ResourceInstance {
  return {
    address,
    module: "",
    type: "aws_imagebuilder_component",
    name: "x",
    provider: "hashicorp/aws",
    attributes: { platform: "Linux", version: "1.0.0", data: "schemaVersion: 1.0\n", ...attributes },
    sensitive: [],
  };
}

describe("components of a state", () => {
  it("say of themselves what the environment has to say of them", () => {
    const { settings, texts } = documentsOf(
      "component",
      [
        component("a", { name: "linux-agent", change_description: "", kms_key_id: null, tags: { team: "images" } }),
        component("b", {
          name: "Base Packages",
          change_description: "first",
          kms_key_id: "arn:aws:kms:eu-west-1:1:key/k",
          tags: { team: "other", stage: "dev" },
        }),
      ],
      { team: "images" },
    );
    expect([...texts.keys()]).toStrictEqual(["linux/agent", "linux/base-packages"]);
    expect(settings).toStrictEqual({
      "linux/base-packages": {
        name: "Base Packages",
        changeDescription: "first",
        kmsKey: "arn:aws:kms:eu-west-1:1:key/k",
        tags: { team: "other", stage: "dev" },
      },
    });
  });

  it("are taken in their newest version, byte for byte below the systems that they are for", () => {
    const { texts, notes, versions } = documentsOf(
      "component",
      [
        component("old", { name: "agent", version: "1.2.9", data: "old" }),
        component("new", { name: "agent", version: "1.10.0", data: "new\r\n", supported_os_versions: ["Ubuntu 24"] }),
      ],
      {},
    );
    expect([...texts]).toStrictEqual([["linux/agent", "# @supported-os: Ubuntu 24\nnew\r\n"]]);
    expect(versions).toStrictEqual([{ kind: "component", name: "linux/agent", version: "1.10.0" }]);
    expect(notes).toStrictEqual([{ about: "old", says: 'an older version of component "agent"' }]);
  });

  it("use a document that is there with the same text, and leave one with another alone", () => {
    const there = new Map([
      ["linux/same", "# check-ignore-file script-syntax: AWS has it like this already\nschemaVersion: 1.0\n"],
      ["linux/other", "schemaVersion: 2.0\n"],
    ]);
    const found = [component("a", { name: "same", arn: "arn-a" }), component("b", { name: "other", arn: "arn-b" })];
    const { texts, byArn } = documentsOf("component", found, {}, there);
    expect([...byArn]).toStrictEqual([
      ["arn-a", "linux/same"],
      ["arn-b", "linux/other-2"],
    ]);
    expect([...texts.keys()]).toStrictEqual(["linux/other-2"]);
  });

  it("are left out without a text, or with a platform that is not known", () => {
    const { texts, notes } = documentsOf(
      "component",
      [component("silent", { name: "silent", data: null }), component("other", { name: "other", platform: "Plan9" })],
      {},
    );
    expect(texts.size).toBe(0);
    expect(notes.map(({ about }) => about)).toStrictEqual(["silent", "other"]);
  });
});
