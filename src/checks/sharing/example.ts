import { environmentText } from "../../definitions/example-texts";
import type { Example } from "../../problems/rule";
import { withImage } from "../example";

/** Files of an image with an encrypted volume. */
export const withEncryptedVolume: Example = withImage({ more: "volumes:\n  - size: 20\n" });

/** Returns an environment that distributes the image to a region with these lines; `more` is added at the end of the file. */
export function distributing(
  lines: readonly string[],
  { region = "us-east-1", more = "" }: { readonly region?: string; readonly more?: string } = {},
): Example {
  const distribution = [`- region: ${region}`, ...lines.map((line) => `  ${line}`)];
  return {
    "environments/dev.yaml": environmentText({
      images: { base: `    distribute:\n${distribution.map((line) => `      ${line}\n`).join("")}` },
      more,
    }),
  };
}

/** Lines of a distribution that share the image with another account. */
export const toAccount = ["share:", '  accounts: ["111122223333"]'];
