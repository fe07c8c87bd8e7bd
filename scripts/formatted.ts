import * as markdown from "prettier/plugins/markdown";
import { format } from "prettier/standalone";

/** Formats a page of Markdown with lines of at most 120 characters. Does not change code in it. */
export async function formatted(page: string): Promise<string> {
  return format(page, { parser: "markdown", plugins: [markdown], printWidth: 120, proseWrap: "always" });
}
