import fc from "fast-check";

import { decodeText, sizeFault } from "../../src/problems/decode-text";

const faultOf = (bytes: Uint8Array) => {
  const { fault, text } = decodeText("a.yaml", bytes);
  return fault && { at: `${fault.line}:${fault.column}`, code: fault.code, message: fault.message, text };
};

test("UTF-8 is read as it is, with its byte order mark", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(decodeText("a.yaml", Buffer.from(text))).toEqual({ text });
    }),
  );
  expect(decodeText("a.yaml", Buffer.from("\ufeffa: 1\n"))).toEqual({ text: "\ufeffa: 1\n" });
});

test.each([
  ["Latin-1", Buffer.from("a: 1\nb: caf\xe9\n", "latin1"), "2:7", "the byte 0xE9 at offset 11 is not UTF-8"],
  ["a character that is cut off", Buffer.from("a: é").subarray(0, 4), "1:4", "the byte 0xC3 at offset 3 is not UTF-8"],
  [
    "half a character, written as three bytes",
    Buffer.from([0x61, 0xed, 0xa0, 0xbd]),
    "1:2",
    "the byte 0xED at offset 1 is not UTF-8",
  ],
  ["UTF-16 with a mark", Buffer.from("\ufeffa: 1\n", "utf16le"), "1:1", "the file is UTF-16, expected UTF-8"],
  ["UTF-16 without", Buffer.from("a: 1\n", "utf16le"), "1:1", "the file is UTF-16, expected UTF-8"],
  [
    "UTF-16 the other way round",
    Buffer.from("a: 1\n", "utf16le").swap16(),
    "1:1",
    "the file is UTF-16, expected UTF-8",
  ],
])("%s is no text, and its place is said", (_, bytes, at, message) => {
  expect(faultOf(bytes)).toEqual({ at, code: "text-encoding", message, text: "" });
});

test("a file may have 1 MB", () => {
  expect(sizeFault("a.yaml", 1_048_576)).toBeUndefined();
  expect(sizeFault("a.yaml", 1_048_577)).toMatchObject({ code: "size-limit", line: 1, column: 1 });
});
