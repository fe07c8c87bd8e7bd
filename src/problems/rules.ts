import type { Rule } from "./rule";
import { exactlyOne } from "./rules/exactly-one";
import { missingKey } from "./rules/missing-key";
import { unknownKey } from "./rules/unknown-key";
import { wrongType } from "./rules/wrong-type";
import { bidirectionalControl, controlCharacter } from "./text-problems";

/** What a file may hold, whatever kind of file it is. */
export const keyRules: readonly Rule[] = [unknownKey, missingKey, wrongType, exactlyOne];

export const textRules: readonly Rule[] = [controlCharacter, bidirectionalControl];
