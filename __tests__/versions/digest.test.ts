import { createHash } from "node:crypto";

import { digestOf, digestOfText, isDigest, sha256Of } from "../../src/versions/digest";

const sha256 = (text: string): string => `sha256:${createHash("sha256").update(text).digest("hex")}`;

describe("digestOf", () => {
  it("is the SHA-256 of canonical JSON", () => {
    expect(digestOf({ b: 1, a: undefined })).toBe(sha256('{"b":1}'));
  });
});

describe("digestOfText", () => {
  it("is the SHA-256 of the text's bytes in UTF-8", () => {
    expect(digestOfText("größer\n")).toBe(sha256("größer\n"));
  });

  it("is the same for a checkout of Windows, and with a BOM", () => {
    expect(digestOfText("\uFEFFa\r\nb\r\n")).toBe(digestOfText("a\nb\n"));
  });

  it.each(["a\nb", "a\n\nb\n", "a\nb \n", "a\rb\n", "A\nb\n", "#\na\nb\n"])("tells %j from another text", (text) => {
    expect(digestOfText(text)).not.toBe(digestOfText("a\nb\n"));
  });
});

describe("isDigest", () => {
  it("takes what digestOf gives, and nothing near it", () => {
    const digest = digestOf(1);
    expect(isDigest(digest)).toBe(true);
    for (const text of [digest.toUpperCase(), digest.slice(0, -1), `${digest}0`, digest.slice(7)])
      expect(isDigest(text)).toBe(false);
  });
});

describe("the digest of a text", () => {
  it("is one in hexadecimal alone as well", () => {
    expect(sha256Of("a")).toMatch(/^[0-9a-f]{64}$/);
    expect(`sha256:${sha256Of("a")}`).toBe(digestOfText("a"));
  });

  it("takes a byte order mark for one at the start alone", () => {
    expect(digestOfText("\uFEFFa")).toBe(digestOfText("a"));
    expect(digestOfText("a\uFEFF")).not.toBe(digestOfText("a"));
  });

  it("is told from what stands before or after one", () => {
    const digest = digestOfText("a");
    expect(isDigest(digest)).toBe(true);
    for (const other of [`x${digest}`, `${digest}0`, digest.slice(0, -1), digest.toUpperCase()])
      expect(isDigest(other)).toBe(false);
  });
});
