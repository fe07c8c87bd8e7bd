import { Token } from "cdktf";

import { replaceNumberTokens } from "../../src/factory/number-token";

const replaced = (text: string) => replaceNumberTokens(text, (token) => `<${token}>`);

test("what CDKTF writes in the place of a number is found in a text", () => {
  const token = String(Token.asNumber({ resolve: () => 1 }));
  expect(replaced(`size: ${token};`)).toBe(`size: <${token}>;`);
});

test.each([
  ["a-8.2e298", "a<-8.2e298>"],
  ["-82e297 and -8.3e+298", "<-82e297> and <-8.3e+298>"],
  ["-8.10001e298", "<-8.10001e298>"],
  ["-8.39e298", "<-8.39e298>"],
])("%s holds one", (text, expected) => {
  expect(replaced(text)).toBe(expected);
});

test.each(["1.5e3", "8.2e298", "-8.1e298", "-8.4e298", "-8.5e298", "-1e5", "release", "-82e296"])(
  "%s is what it says",
  (text) => {
    expect(replaced(text)).toBe(text);
  },
);
