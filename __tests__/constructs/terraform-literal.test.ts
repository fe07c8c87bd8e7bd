import { TerraformOutput, TerraformStack, Testing } from "cdktf";
import fc from "fast-check";

import { literal, literals } from "../../src/constructs/terraform-literal";

test.each([
  ["${x}", "$${x}"],
  ["%{if y}", "%%{if y}"],
  ["curl -w '%{http_code}' ${URL}", "curl -w '%%{http_code}' $${URL}"],
  ["$x %y {z} $ {", "$x %y {z} $ {"],
  ["a placeholder of CDKTF: ${TfToken[TOKEN.0]}", 'a placeholder of CDKTF: $${${"T"}fToken[TOKEN.0]}'],
  ["a list of it: #{TfToken[TOKEN.0]}", 'a list of it: #{${"T"}fToken[TOKEN.0]}'],
  ["a map of it: &{TfToken[TOKEN.0]}", 'a map of it: &{${"T"}fToken[TOKEN.0]}'],
  ["a name without braces: TfToken[TOKEN.0]", "a name without braces: TfToken[TOKEN.0]"],
  ["a number: -8.109562212591379e+298!", 'a number: -8.109562212591379${"e"}+298!'],
  ["a number of a list: -1.8881545897087626e+289", "a number of a list: -1.8881545897087626e+289"],
  ["a digest: dad9b03304e67413164fb351", "a digest: dad9b03304e67413164fb351"],
  ["1e3 and 6.02e+23 and --------e", "1e3 and 6.02e+23 and --------e"],
  ["Any Map Token Value", '${"A"}ny Map Token Value'],
  ["String Map Token Value", '${"S"}tring Map Token Value'],
  ["not Any Map Token Value", "not Any Map Token Value"],
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

test("CDKTF finds no placeholder in any text", () => {
  const piece = fc.constantFrom(
    ...["$", "#", "&", "{", "}", "[", "]", "-", "+", ".", "|", "e", "E", "1", "8", "9", "T"],
    "TfToken[TOKEN.0]}",
    "${TfToken[",
    "#{TfToken[TOKEN.1]}",
    "&{TfToken[TOKEN.2]}",
    "-8.109562212591379e+298",
    "-1.8881545897087626e+289",
  );
  fc.assert(
    fc.property(fc.string({ unit: piece, minLength: 1, maxLength: 30 }), (text) => {
      const written = literal(text);
      const stack = new TerraformStack(Testing.app(), "stack");
      new TerraformOutput(stack, "text", { value: [written, { [written]: written }] });
      const { output } = JSON.parse(Testing.synth(stack)) as { output: { text: { value: unknown } } };
      expect(output.text.value).toEqual([written, { [written]: written }]);
    }),
  );
});

test("an empty map is left out", () => {
  expect([literals({}), literals({ a: "${b}" })]).toEqual([undefined, { a: "$${b}" }]);
});
