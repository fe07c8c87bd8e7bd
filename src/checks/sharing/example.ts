import { environmentText } from "../../definitions/example-texts";
import type { Example } from "../../problems/rule";
import { withImage } from "../example";

/** The image with a volume, which is encrypted. */
export const withEncryptedVolume: Example = withImage({ more: "volumes:\n  - size: 20\n" });

/** The environment distributes the image to a region, with these lines of the distribution; `more` follows all others. */
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

/** Lines that share with another account. */
export const toAccount = ["share:", '  accounts: ["111122223333"]'];
