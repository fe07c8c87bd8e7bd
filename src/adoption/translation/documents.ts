import type { z } from "zod";

import { nonEmptyMap, withoutUndefined } from "../../collections/non-empty";
import type { documentSettings } from "../../definitions/schema/document-settings";
import { textAt, textsAt } from "../../review/plan/value";
import type { ResourceInstance } from "../state/state";
import type { ExistingVersion, Note } from "./draft";
import { free, slug, withoutKind } from "./slug";
import { ownTags } from "./tags";
import { textObjectOf } from "./text-object";
import { nameOf, newestOf, versionOf } from "./versions-of";

type DocumentSettings = z.input<typeof documentSettings>;

/** The components or workflows of a state as documents of a project. */
export interface Documents {
  /** Texts by document. */
  readonly texts: ReadonlyMap<string, string>;
  /** Documents by the ARN of the build version in the state. */
  readonly byArn: ReadonlyMap<string, string>;
  /** Settings in the environment by document. Documents without settings are missing. */
  readonly settings: Readonly<Record<string, DocumentSettings>>;
  readonly versions: readonly ExistingVersion[];
  /** Addresses in the state by document. */
  readonly origins: ReadonlyMap<string, string>;
  readonly notes: readonly Note[];
}

interface Kind {
  readonly attribute: string;
  /** Folder by the value of the attribute. */
  readonly folders: Readonly<Record<string, string>>;
}

const kinds: Readonly<Record<"component" | "workflow", Kind>> = {
  component: { attribute: "platform", folders: { Linux: "linux", Windows: "windows", macOS: "macos" } },
  workflow: { attribute: "type", folders: { BUILD: "build", TEST: "test", DISTRIBUTION: "distribution" } },
};

/**
 * Translates the newest version of each component or workflow. The text is that of the state, byte for byte, with a directive above it if the
 * component supports only some operating systems. Older versions stay unmanaged, and recipes refer to them by ARN.
 *
 * @param common tags that all resources have
 * @param there texts of the project's documents. A document with the same text is used; a document with another text is not changed.
 */
export function documentsOf(
  kind: "component" | "workflow",
  instances: readonly ResourceInstance[],
  common: Readonly<Record<string, string>>,
  there: ReadonlyMap<string, string> = new Map(),
): Documents {
  const texts = new Map<string, string>();
  const byArn = new Map<string, string>();
  const settings: Record<string, DocumentSettings> = {};
  const versions: ExistingVersion[] = [];
  const origins = new Map<string, string>();
  const notes: Note[] = [];
  const taken = new Set<string>();
  const { newest, older } = newestOf(instances);
  for (const instance of older)
    notes.push({ about: instance.address, says: `an older version of ${kind} "${nameOf(instance)}"` });
  for (const instance of newest) {
    const { attributes, address } = instance;
    const { folders, attribute } = kinds[kind];
    const value = textAt(attributes, attribute);
    const folder = value === undefined ? undefined : folders[value];
    const data = textAt(attributes, "data");
    const name = nameOf(instance);
    if (folder === undefined || data === undefined) {
      notes.push({
        about: address,
        says: data === undefined ? "the state has no text of it" : `its ${attribute} is not known`,
      });
      continue;
    }
    const usual = `${folder}/${ownFile(instance, folder) ?? withoutKind(slug(name), "component", folder)}`;
    const text = withDirectives(instance, data);
    const isThere = !taken.has(usual) && withoutSilences(there.get(usual)) === text;
    const document = isThere ? usual : free(usual, new Set([...there.keys(), ...taken]));
    taken.add(document);
    origins.set(document, address);
    if (!isThere) texts.set(document, text);
    const arn = textAt(attributes, "arn");
    if (arn !== undefined) byArn.set(arn, document);
    const said = withoutUndefined({
      name: document.replaceAll("/", "-") === name ? undefined : name,
      changeDescription: textAt(attributes, "change_description"),
      kmsKey: textAt(attributes, "kms_key_id"),
      tags: nonEmptyMap(ownTags(instance, common)),
    });
    if (Object.keys(said).length > 0) settings[document] = said;
    versions.push({ kind, name: document, version: versionOf(instance) });
  }
  return { texts, byArn, settings, versions, origins, notes };
}

/** Returns the name of the file from which this project created the resource. Undefined if it did not. */
function ownFile({ attributes }: ResourceInstance, folder: string): string | undefined {
  const id = textObjectOf(attributes)?.own?.name;
  return id?.startsWith(`${folder}-`) === true ? id.slice(folder.length + 1) : undefined;
}

function withDirectives(instance: ResourceInstance, data: string): string {
  const systems = textsAt(instance.attributes, "supported_os_versions");
  // Documents of this project already contain the directive.
  return systems.length === 0 || /^#+ *@supported-os:/m.test(data)
    ? data
    : `# @supported-os: ${systems.join(", ")}\n${data}`;
}

/** Removes the `check-ignore-file` comments that an adoption has added at the top of a file. */
function withoutSilences(text: string | undefined): string | undefined {
  return text?.replace(/^(# check-ignore-file .*\n)+/, "");
}
