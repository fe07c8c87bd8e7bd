import { readFileSync } from "node:fs";
import { join } from "node:path";

import { formatted } from "../../../scripts/formatted";
import { fileSchemas, type JsonSchema } from "../../../scripts/pages/json-schemas";
import { referencePage } from "../../../scripts/pages/reference-page";

const pageOf = (schema: JsonSchema) => referencePage([{ folder: "things", file: "thing.schema.json", schema }]);

describe("docs/reference.md", () => {
  it("is what the schemas say; `npm run docs` makes it so", async () => {
    const page = readFileSync(join(__dirname, "../../..", "docs", "reference.md"), "utf8");
    expect(page).toBe(await formatted(referencePage(fileSchemas)));
  });

  it("gives each top-level key a section with its value, default and meaning", () => {
    const page = pageOf({
      properties: {
        size: { type: "integer", minimum: 1, maximum: 9, default: 3, description: "How big." },
        zone: { type: "string", description: "Where it is. Default: the nearest." },
        name: { type: "string", maxLength: 5, description: "What it is called." },
      },
      required: ["name"],
    });
    expect(page).toContain("## things/*.yaml\n\n### size\n\n*integer from 1 to 9* · default: `3`\n\nHow big.\n");
    expect(page).toContain("### zone\n\n*text* · default: the nearest\n\nWhere it is.\n");
    expect(page).toContain("### name\n\n*text of up to 5 characters* · required\n\nWhat it is called.\n");
  });

  it("lists nested keys by their dotted paths, through lists, names and choices", () => {
    const leaf: JsonSchema = {
      type: "object",
      properties: { a: { type: "boolean", default: false, description: "x | y." } },
    };
    const page = pageOf({
      properties: {
        list: { type: "array", minItems: 1, items: leaf },
        map: { type: "object", additionalProperties: leaf, default: {} },
        pick: { anyOf: [{ type: "string", enum: ["b", "c"] }, leaf] },
      },
    });
    expect(page).toContain("*list of 1 or more mappings*");
    expect(page).toContain("- **`list[].a`**: *`true` or `false`* · default: `false`\\\n  x | y.\n");
    expect(page).toContain("*mapping of names to mappings* · default: none\n");
    expect(page).toContain("- **`map.<name>.a`**:");
    expect(page).toContain("*`b`, `c` or mapping* · default: –\n");
    expect(page).toContain("- **`pick.a`**:");
  });
});
