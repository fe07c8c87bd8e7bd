import * as markdown from "prettier/plugins/markdown";
import { format } from "prettier/standalone";

/** A page of Markdown with lines as all pages here have them; code in it stays as it is. */
export async function formatted(page: string): Promise<string> {
  return format(page, { parser: "markdown", plugins: [markdown], printWidth: 120, proseWrap: "always" });
}
