import fc from "fast-check";

import { filled, literal, literals } from "../../src/constructs/terraform-literal";

test.each([
  ["${x}", "$${x}"],
  ["%{if y}", "%%{if y}"],
  ["curl -w '%{http_code}' ${URL}", "curl -w '%%{http_code}' $${URL}"],
  ["$x %y {z} $ {", "$x %y {z} $ {"],
  ["a placeholder of CDKTF: ${TfToken[TOKEN.0]}", 'a placeholder of CDKTF: $${${"T"}fToken[TOKEN.0]}'],
])("%s is written %s", (text, written) => {
  expect(literal(text)).toBe(written);
});

test("no text opens a template", () => {
  // What Terraform's lexer would see, left to right: an escape is skipped, anything else that opens a template is one.
  const opensTemplate = (text: string): boolean => /[$%]\{/.test(text.replace(/\$\$\{|%%\{/g, " "));
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("$", "%", "{", "}", "a", "\n") }),
      (text) => !opensTemplate(literal(text)),
    ),
  );
});

test("an empty map or list is left out", () => {
  expect([literals({}), filled([])]).toEqual([undefined, undefined]);
  expect([literals({ a: "${b}" }), filled(["c"])]).toEqual([{ a: "$${b}" }, ["c"]]);
});
