import { codePoint } from "../../problems/text-problems";

/** Characters in a script that look like other characters, or are invisible. */
export interface OddCharacters {
  readonly kind: "invisible" | "blank" | "mixed";
  /** Offset in UTF-16 units from the start of the script. */
  readonly offset: number;
  readonly length: number;
  /** The unexpected code points, e.g. `U+00A0`. */
  readonly codePoints: string;
}

/** Matches invisible characters. Next to a non-Latin letter they may be intended: joiners in Persian, breaks in Thai, joined emoji. */
const invisible =
  /(?<![^\0-\u024f])[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff](?![^\0-\u024f\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff])/u;

/** Matches characters that look like a space but do not separate words. In shells, only space and tab do. */
const blank = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

/** Greek and Cyrillic letters that look like Latin ones. Source: Unicode Technical Standard 39, confusables. */
const lookAlike =
  "\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03c1" +
  "\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c-\u041e\u0420-\u0422\u0425\u0430\u0435\u043e\u0440\u0441\u0443\u0445" +
  "\u0455\u0456\u0458\u04bb\u0501\u051b\u051d";

/** Matches a word of only Latin letters and look-alikes. "VPN" with a Russian ending has other letters as well, and does not match. */
const mixed = new RegExp(
  `(?<![\\p{L}\\p{M}])(?=[A-Za-z]*[${lookAlike}])(?=[${lookAlike}]*[A-Za-z])[A-Za-z${lookAlike}]+(?![\\p{L}\\p{M}])`,
  "u",
);

/** Checks whether a text is ASCII. Nearly all scripts are, and need no further search. */
export function isAscii(text: string): boolean {
  return !/[^\0-\u007f]/.test(text);
}

/**
 * Returns the first match of each kind in a script.
 *
 * @param text script without comments, which can be in any language
 * @param code script of the same length, also without quoted text, in which a no-break space is allowed
 */
export function oddCharacters(text: string, code: string): OddCharacters[] {
  if (isAscii(text)) return [];
  const find = (kind: OddCharacters["kind"], pattern: RegExp, within: string): OddCharacters[] => {
    const found = pattern.exec(within);
    if (found === null) return [];
    const [part] = found;
    const odd = [...new Set(part.replace(/[A-Za-z]/g, ""))].map(codePoint).join(", ");
    return [{ kind, offset: found.index, length: part.length, codePoints: odd }];
  };
  return [...find("invisible", invisible, text), ...find("blank", blank, code), ...find("mixed", mixed, text)];
}

/** Replaces comment lines with spaces. Works for shells, PowerShell and Dockerfiles. */
export function withoutCommentLines(text: string): string {
  return text.replace(/^[ \t]*#(?!!).*$/gm, (line) => " ".repeat(line.length));
}
